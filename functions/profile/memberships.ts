import * as z from 'zod';
import { points } from '#functions/platform/points.ts';

const Stored = z.object({ memberships: z.array(z.object({ workspaceId: z.string(), memberId: z.string() })) });
type Memberships = z.infer<typeof Stored>['memberships'];
type Membership = Memberships[number];

const keyOf = (accountId: string): string => `m|${accountId}`;
const isSame = (one: Membership, other: Membership): boolean =>
  one.workspaceId === other.workspaceId && one.memberId === other.memberId;

/** Of which businesses an account is a member; deleted ones count until they are erased. Filled by the change feed. */
export const memberships = {
  of: async (accountId: string): Promise<Memberships> =>
    (await points.read(keyOf(accountId), Stored))?.value.memberships ?? [],

  add: (accountId: string, membership: Membership): Promise<void> =>
    change(accountId, (all) => (all.some((one) => isSame(one, membership)) ? all : [...all, membership])),

  remove: (accountId: string, membership: Membership): Promise<void> =>
    change(accountId, (all) => all.filter((one) => !isSame(one, membership))),

  forget: async (accountId: string): Promise<void> => void (await points.remove(keyOf(accountId))),
};

async function change(accountId: string, next: (all: Memberships) => Memberships): Promise<void> {
  const key = keyOf(accountId);
  for (;;) {
    const found = await points.read(key, Stored);
    const before = found?.value.memberships ?? [];
    const after = next(before);
    if (after.length === before.length) return;
    const value = { memberships: after };
    if (found ? await points.replace(key, value, found.etag) : await points.create(key, value)) return;
  }
}
