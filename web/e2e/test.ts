import { test as base } from '@playwright/test';

/** Each journey closes the browsers it opened: a page that stays open goes on asking and hearing beside the next ones. */
export const test = base.extend<{ closing: void }>({
  closing: [
    async ({ browser }, use) => {
      await use();
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],
});
