import { openBusiness } from '#infra/people/business.ts';
import { build } from '../../build.ts';
import { startChild } from '../child.ts';
import { login } from '../lists/filled.ts';
import { seedUsers } from './seed.ts';

type Stack = { origin: string; api: string; mailUrl: string; settings: Record<string, string> };

/** The built product with a business of 4,400 users, and its admin. */
export async function startWithUsers() {
  await build();
  const stack = await startChild<Stack>('stack.ts');
  const opening = { ...login, businessName: 'Bench', currency: 'USD', timeZone: 'Europe/Oslo', name: 'Ada' };
  const { person, me } = await openBusiness(stack.ready, opening);
  Object.assign(process.env, stack.ready.settings);
  const { systemWork } = await import('#functions/work.ts');
  await seedUsers(systemWork(me.workspace.id, (error) => console.error(error)));
  return { stack, person };
}
