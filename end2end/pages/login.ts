// 登录.
import type { Locator, Page } from "@playwright/test";
import type { Person } from "../support/people";

export class Login {
  readonly phone: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly problem: Locator;

  constructor(readonly page: Page) {
    this.phone = page.getByLabel("手机号");
    this.password = page.getByLabel("密码", { exact: true });
    this.submit = page.getByRole("button", { name: "登录" });
    this.problem = page.getByRole("alert");
  }

  async logIn({ phone, password }: Person): Promise<void> {
    await this.phone.fill(phone);
    await this.password.fill(password);
    await this.submit.click();
  }
}
