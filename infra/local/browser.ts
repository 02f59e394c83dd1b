import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const find = (): string | undefined =>
  [...installed, chromium.executablePath()].find((path) => path && existsSync(path));

/** A browser for the tests: an installed one, else Playwright's own, else Debian's package; else the one thing to do. */
export function findBrowser(): string {
  const found = find();
  if (found) return found;

  console.log("No Chromium or Chrome is installed: trying Playwright's own.");
  run('npx', ['playwright', 'install', 'chromium']);
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!find() && isDebianRoot) {
    console.log('Installing the Debian package chromium.');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  }
  const now = find();
  if (!now)
    throw new Error(
      'The browser tests need Chromium or Chrome. Install one, for example: sudo apt-get install chromium',
    );
  return now;
}

const run = (command: string, args: string[]): void =>
  void spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
