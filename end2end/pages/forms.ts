// A form being edited, beside the phone that shows it.
import type { Locator, Page } from "@playwright/test";

export class FormEditor {
  readonly questions: Locator;
  /** The lines of the questions, in order. */
  readonly lines: Locator;
  readonly phone: Locator;
  readonly score: Locator;
  readonly dock: Locator;
  /** The bright act, whatever it is now. */
  readonly act: Locator;
  readonly publish: Locator;
  readonly toFlaw: Locator;

  constructor(readonly page: Page) {
    this.questions = page.getByRole("region", { name: "题目" });
    this.lines = this.questions.locator(".formlist > li > button.line");
    this.phone = page.getByRole("group", { name: "手机上是这样" });
    this.score = this.phone.getByRole("status").filter({ hasText: "试填得分" });
    this.dock = page.getByRole("region", { name: "检查表和权重" });
    this.act = this.dock.locator(".btn.main");
    this.publish = this.dock.getByRole("button", { name: "发布新版" });
    this.toFlaw = this.dock.getByRole("button", { name: "去改第一处" });
  }

  line(title: string): Locator {
    return this.lines.filter({ has: this.page.getByText(title, { exact: true }) });
  }

  /** The row that opens the form as a whole. */
  get about(): Locator {
    return this.questions.getByRole("button", { name: /^整张表/ });
  }

  /** Answers with a number on the phone. */
  async answerNumber(title: string, number: number): Promise<void> {
    const box = this.phone.getByRole("region", { name: title }).getByRole("textbox");
    await box.fill(`${number}`);
    await box.blur();
  }

  /** Adds a question; it is open afterwards, with the keyboard in its first field. */
  async add(kind: string, title: string): Promise<void> {
    await this.questions.locator(".addrow").getByRole("button", { name: kind, exact: true }).click();
    await this.field("问什么").fill(title);
  }

  /** A field of what stands open. */
  field(label: string): Locator {
    return this.questions.getByLabel(label, { exact: true });
  }

  switch(label: string): Locator {
    return this.questions.getByRole("switch", { name: label, exact: true });
  }

  /** A question on the phone, open or folded. */
  asked(title: string): Locator {
    return this.phone.getByRole("heading", { name: title }).or(this.phone.getByRole("button", { name: title }));
  }

  answer(title: string, words: string): Locator {
    return this.phone.getByRole("region", { name: title }).getByRole("radio", { name: words, exact: true });
  }
}
