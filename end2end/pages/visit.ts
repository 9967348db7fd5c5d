// A visit: its steps, its questions, the camera over it, and the way out.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Checklist, Item } from "../support/records";
import { stepsOf } from "../support/day";
import { Camera } from "./camera";
import { Question } from "./question";

/** What a test gave as answers, by the item's key, as the server should have it; of photos, the slots. */
export type Given = Record<string, unknown>;

export class Visit {
  readonly shop: Locator;
  readonly saved: Locator;
  readonly dock: Locator;
  readonly nextStep: Locator;
  readonly toCheckOut: Locator;
  readonly note: Locator;
  readonly checkOut: Locator;

  constructor(readonly page: Page) {
    this.shop = page.getByRole("heading", { level: 1 });
    this.saved = page.getByText(/^已存 \d+:\d\d$/);
    this.dock = page.getByRole("region", { name: "现在" });
    this.nextStep = this.dock.getByRole("link", { name: /^下一步：/ });
    this.toCheckOut = this.dock.getByRole("link", { name: "去签退" });
    this.note = page.getByLabel("还有什么要说的");
    this.checkOut = page.getByRole("button", { name: "签退，存进手机" });
  }

  step(name: string): Locator {
    return this.page.getByRole("listitem").getByRole("link", { name: new RegExp(`^${name}( \\d+/\\d+)?$`) });
  }

  question(item: Item): Question {
    return new Question(this.page, item);
  }

  /** Answers every question that is asked, step by step, as a rep would; photos with the in-page camera. */
  async answerEverything(list: Checklist): Promise<Given> {
    const given: Given = {};
    for (const step of stepsOf(list)) {
      await this.step(step.name).click();
      await expect(this.step(step.name)).toHaveAttribute("aria-current", "step");
      for (const item of step.items) Object.assign(given, await this.answer(item));
    }
    return given;
  }

  /** Only what must be answered: the quickest way through. */
  async answerWhatMustBe(list: Checklist): Promise<Given> {
    return this.answerEverything({ ...list, items: list.items.filter((item) => item.required) });
  }

  /** Nothing if the question is not asked. */
  async answer(item: Item): Promise<Given> {
    const question = this.question(item);
    if (item.answer === "computed" || !(await question.region.isVisible())) return {};
    if (item.answer === "photo") return { [item.key]: await this.photograph(item) };
    const value = await question.answer();
    await expect(this.saved).toBeVisible();
    return { [item.key]: value };
  }

  /** Does something and waits until that, and not something before it, is shown as saved. */
  async untilSaved(act: () => Promise<void>): Promise<void> {
    const status = this.page.getByRole("banner").getByRole("status");
    const saved = await status.evaluateHandle((status) => {
      const done = new Promise<void>((resolve) => {
        let running = false;
        const look = () => {
          const text = status.textContent ?? "";
          if (running && text.startsWith("已存")) resolve();
          running ||= text.startsWith("正在存");
        };
        new MutationObserver(look).observe(status, { childList: true, subtree: true, characterData: true });
      });
      return { done };
    });
    await act();
    await saved.evaluate(({ done }) => done);
  }

  /** Takes the photos of a question, and says which slots they are in. */
  async photograph(item: Item): Promise<string[]> {
    const question = this.question(item);
    const slots = item.slots ?? [];
    await question.emptySlot(slots[0]?.words.zh ?? "").click();
    await new Camera(this.page).shootAll(slots.length);
    for (const { words } of slots) await expect(question.photo(words.zh)).toBeVisible();
    return slots.map(({ key }) => key);
  }

  async goToCheckOut(): Promise<void> {
    await this.page.getByRole("listitem").getByRole("link", { name: "签退", exact: true }).click();
    await expect(this.note).toBeVisible();
  }

  async leave(note = ""): Promise<void> {
    await this.goToCheckOut();
    if (note) await this.note.fill(note);
    await this.checkOut.click();
    await expect(this.page.getByRole("status").filter({ hasText: "签退了，存在这台手机里" })).toBeVisible();
    // A partner's place was entered from its file.
    await expect(this.page).toHaveURL(/\/(today|partners\/[0-9a-f-]+)$/);
  }
}
