import * as z from 'zod';
import { points } from '#functions/platform/points.ts';
import { pointerKey, rowKey } from './engine/keys.ts';

/** Where somebody is: a person's session stands in one workspace. */
export type Membership = { workspaceId: string; memberId: string };
export type Account = { id: string; email: string; passwordHash: string | null; last: Membership | null };

export const credential = 'credential';

const Pointer = z.object({ to: z.string() });
const StoredUser = z.object({
  row: z.object({ id: z.string(), lastWorkspaceId: z.string().nullish(), lastMemberId: z.string().nullish() }),
});
const StoredLogin = z.object({ row: z.object({ password: z.string().nullish() }) });

/** Always the same four point reads: how long it takes must not tell whether there is an account. */
export async function findAccount(email: string): Promise<Account | null> {
  const id = await idAt(pointerKey('user', ['email'], [email]));
  const user = await points.read(rowKey('user', id), StoredUser);
  const loginId = await idAt(pointerKey('account', ['providerId', 'accountId'], [credential, id]));
  const login = await points.read(rowKey('account', loginId), StoredLogin);
  if (!user) return null;

  const { lastWorkspaceId: workspaceId, lastMemberId: memberId } = user.value.row;
  const last = workspaceId && memberId ? { workspaceId, memberId } : null;
  return { id, email, passwordHash: login?.value.row.password ?? null, last };
}

const idAt = async (key: string): Promise<string> => (await points.read(key, Pointer))?.value.to ?? 'nobody';
