import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyRoute } from '#domain/contract.ts';
import { loadPackage } from './load-package.ts';
import { packageAlone } from './package-alone.ts';
import { sizesOf } from './sizes.ts';

let deployed: Awaited<ReturnType<typeof packageAlone>>;
beforeAll(async () => {
  deployed = await packageAlone();
});
afterAll(() => deployed[Symbol.asyncDispose]());

describe('the package alone', () => {
  test('has a function for every route of the contract, and those that nobody asks for', async () => {
    const { functions } = await loadPackage(deployed.folder);
    const routes = everyRoute.map(({ name }) => name);
    expect(functions).toEqual(expect.arrayContaining(routes));
    const others = functions.filter((name) => !routes.includes(name));
    expect(others).toEqual(expect.arrayContaining(['payments-inbox', 'imports-step', 'tasks-purge', 'schema-migrate']));
  });

  test('refuses to start without a setting, and not when somebody first needs it', async () => {
    await expect(loadPackage(deployed.folder, 'STRIPE_SECRET_KEY')).rejects.toThrow('STRIPE_SECRET_KEY');
  });

  test('reads little at its start, and is no larger than what it is made of', async () => {
    const { atStart, code, whole } = await sizesOf(deployed.folder);
    expect(atStart).toBeLessThan(450_000);
    expect(code).toBeLessThan(7_000_000);
    expect(whole).toBeLessThan(60_000_000);
  });
});
