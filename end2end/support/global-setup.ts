import { DEFAULT_SEED, forgetOldTemplates, template } from "./template";

export default function setup(): void {
  forgetOldTemplates();
  template(DEFAULT_SEED);
}
