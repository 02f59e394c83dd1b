import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/**
 * They set settings before the product is loaded, load it twice, count what is asked the first time, or need hashes of
 * the full cost.
 */
const withOwnModules = [
  'functions/accounts/hash-cost.test.ts',
  'functions/accounts/no-enumeration.test.ts',
  'functions/accounts/session.test.ts',
  'functions/logins/company-off.test.ts',
  'functions/platform/credential.test.ts',
  'functions/rooms/rooms.test.ts',
  'functions/sessions/sockets.test.ts',
];
/** They set settings before they load a part of the product into their own process. */
const withOwnSettings = ['infra/reliability/any-order.test.ts', 'infra/reliability/crash-payments.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'domain', include: ['domain/**/*.test.ts'], isolate: false } },
      {
        test: {
          name: 'infra',
          include: ['infra/**/*.test.ts'],
          exclude: withOwnSettings,
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'infra with own settings',
          include: withOwnSettings,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'functions',
          include: ['functions/**/*.test.ts'],
          exclude: ['functions/**/*.api.test.ts', ...withOwnModules],
          // Each file has workspaces of its own; to load the product anew for each took as long as the tests.
          isolate: false,
          globalSetup: ['infra/testing/stand-ins.ts'],
          setupFiles: ['infra/testing/settings.ts', 'infra/testing/light-hashes.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'functions with own modules',
          include: withOwnModules,
          globalSetup: ['infra/testing/stand-ins.ts'],
          setupFiles: ['infra/testing/settings.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['functions/**/*.api.test.ts'],
          globalSetup: ['infra/testing/stack.ts'],
          setupFiles: ['infra/testing/settings.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: './web/vite.config.ts',
        test: {
          name: 'web',
          maxWorkers: 2,
          include: ['web/src/**/*.test.{ts,tsx}'],
          // To load the site anew for each file took a third of the time.
          isolate: false,
          setupFiles: ['web/src/testing/setup.ts'],
          testTimeout: 20_000,
          // To look more often costs what is waited for: roles of a whole page are worked out each time.
          expect: { poll: { interval: 100, timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              contextOptions: { reducedMotion: 'reduce' },
              launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-background-networking'] },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
