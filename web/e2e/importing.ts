import type { Page } from '@playwright/test';

type File = { name: string; mimeType: string; buffer: Buffer };

export const csvFile = (name: string, csv: string): File => ({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });

/** Chooses a file on the page of imports; what would happen is shown next. */
export async function importFile(page: Page, file: File): Promise<void> {
  await page.goto(new URL('/customers/import', page.url()).href);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(file);
}

/** The yes to what would happen: "3,554 payments". */
export async function confirmImport(page: Page, payments: string): Promise<void> {
  await page.getByRole('button', { name: `Import ${payments}` }).click({ timeout: 60_000 });
}
