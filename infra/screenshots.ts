import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from './local/browser.ts';
import { freePorts } from './local/ports.ts';
import { startStack } from './local/stack.ts';
import { build } from './build.ts';
import { seed } from './seeds/seed.ts';

const out = join(import.meta.dirname, '../docs/pictures');

/** The pictures of the README, taken of the running product with its sample data. */
async function takePictures(): Promise<void> {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'starone-pictures-'));
  const stack = await startStack({ dir, ports: freePorts, log: () => undefined });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const [shop] = await seed({ dir, stack, size: 'small' });
    const passwordOf = (role: string) => shop!.users.find((user) => user.role === role)!;
    await mkdir(out, { recursive: true });
    const login = `${stack.origin}/w/${shop!.slug}/login`;
    await picture(browser, login, passwordOf('employee'), 'task-room.png', async (page) => {
      await page.getByRole('link', { name: 'Ring resize, N to P' }).first().click();
      await page.getByRole('log').getByText('One claw is worn thin.').waitFor();
    });
    await picture(browser, login, passwordOf('admin'), 'segments.png', async (page) => {
      await page.getByRole('link', { name: 'Segments', exact: true }).click();
      await page.getByText('A customer exactly on a cut').waitFor();
      await page.getByRole('row').getByText('VIP Customer').first().waitFor();
    });
  } finally {
    await browser.close();
    await stack.close();
    await rm(dir, { recursive: true, force: true });
  }
}

type Page = Awaited<ReturnType<Browser['newPage']>>;
type User = { email: string; password: string };

async function picture(
  browser: Browser,
  login: string,
  { email, password }: User,
  file: string,
  walk: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  await page.goto(login);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole('button', { name: 'LOGIN' }).click();
  await page.waitForURL(/\/(home|portal)$/);
  await walk(page);
  await page.screenshot({ path: join(out, file) });
  await page.close();
}

await takePictures();
