// One question of a visit, answered the way its kind is answered.
import type { Locator, Page } from "@playwright/test";
import type { Item } from "../support/records";

/** Any day in the past: production dates lie there. */
const SOME_DAY = "2026-03-09";

export class Question {
  readonly region: Locator;
  /** Answered and folded to one line. */
  readonly folded: Locator;
  readonly leaveTask: Locator;

  constructor(
    readonly page: Page,
    readonly item: Item,
  ) {
    const name = item.title.zh;
    this.region = page.getByRole("region", { name, exact: true });
    this.leaveTask = this.region.getByRole("button", { name: "留个任务" });
    this.folded = page.getByRole("button", { name: new RegExp(`^${name.replace(/[?？]/g, "[?？]")}`) });
  }

  emptySlot(slot: string): Locator {
    return this.region.getByRole("link", { name: new RegExp(`^${slot}`) });
  }

  photo(slot: string): Locator {
    return this.region.getByRole("button", { name: new RegExp(slot) });
  }

  choice(words: string): Locator {
    return this.region.getByRole("radio", { name: words, exact: true }).or(this.region.getByRole("checkbox", { name: words, exact: true }));
  }

  /** Answers it and says what the server should have afterwards. */
  async answer(): Promise<unknown> {
    const { item, region } = this;
    switch (item.answer) {
      case "yes_no":
        await this.choice("有").click();
        return { yes_no: true };
      case "number":
        return { number: await this.count(3) };
      case "money":
        await this.write(region.getByLabel("价格"), "260.5");
        return { money: 26_050 };
      case "choice":
        return { choice: await this.pick() };
      case "scale":
        await this.choice(item.anchors?.[3]?.zh ?? "").click();
        return { scale: 3 };
      case "date":
        await this.write(region.getByLabel("哪一天"), SOME_DAY);
        return { date: SOME_DAY };
      case "barcode":
        await this.write(region.getByLabel("条码"), "6901234567892");
        return { barcode: "6901234567892" };
      case "text":
        await this.write(region.getByLabel("写在这里"), "下周要多送两箱");
        return { text: "下周要多送两箱" };
      case "document":
        return { document: await this.paper() };
      case "table":
        return { table: await this.table() };
      case "signature":
        return { signature: await this.sign() };
      case "computed":
        throw new Error("nobody answers what is computed");
      case "photo":
        throw new Error("photos are taken with the camera");
    }
  }

  private async write(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.blur();
  }

  /** By tapping, as a person counts: the first tap begins at the smallest. */
  private async count(n: number): Promise<number> {
    const { min = 0 } = this.item;
    for (let i = Math.max(min, 0); i <= n; i++) await this.region.getByRole("button", { name: "加一" }).click();
    return n;
  }

  private async pick(): Promise<string[]> {
    const options = this.item.options ?? [];
    const wanted = this.item.many ? options.slice(0, 2) : options.slice(0, 1);
    for (const { words } of wanted) await this.choice(words.zh).click();
    return wanted.map(({ key }) => key);
  }

  private async paper(): Promise<unknown> {
    await this.write(this.region.getByLabel("证件号"), "91130400MA0EXAMPLE");
    await this.write(this.region.getByLabel("有效期到"), "2031-05-01");
    await this.region.getByRole("switch", { name: "看过原件" }).check();
    return { number: "91130400MA0EXAMPLE", expires: "2031-05-01", original_seen: true };
  }

  private async table(): Promise<unknown> {
    const rows = this.region.locator(".sku");
    const answers = [];
    for (const [at, product] of (this.item.products ?? []).entries()) {
      const row = rows.nth(at);
      await row.getByRole("button", { name: "加一" }).click();
      await row.getByRole("button", { name: "加一" }).click();
      await this.write(row.getByLabel("价格"), "3.5");
      answers.push({ product, stock: 1, price: 350 });
    }
    return answers;
  }

  private async sign(): Promise<RegExp> {
    return drawSignature(this.page, this.region.getByRole("img"));
  }
}

/** Signs on a pad once it stands still. */
export async function drawSignature(page: Page, pad: Locator): Promise<RegExp> {
  await pad.hover();
  const box = await pad.boundingBox();
  if (!box) throw new Error("there is no place to sign");
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  const { mouse } = page;
  await mouse.move(...at(0.3, 0.6));
  await mouse.down();
  await mouse.move(...at(0.5, 0.3), { steps: 4 });
  await mouse.move(...at(0.7, 0.7), { steps: 4 });
  await mouse.up();
  return /^M\d+ \d+(L\d+ \d+){4,}/;
}
