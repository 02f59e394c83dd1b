import { setImmediate as turn } from 'node:timers/promises';
import { findGroups } from '#domain/groups/find-groups.ts';
import type { ViewBasis } from '#functions/segments/view-basis.ts';
import type { SystemWork } from '#functions/work.ts';

/** The same every night: a group must not change its name because chance did. */
const seed = 1;

/** Groups the customers anew for the page. */
export async function makeGroups({ groups }: Pick<SystemWork, 'groups'>, { payers, day }: ViewBasis): Promise<void> {
  await groups.write(await findGroups(payers, { day, seed, pause: () => turn() }));
}
