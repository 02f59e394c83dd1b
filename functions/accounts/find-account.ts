import * as z from 'zod';
import { points } from '#functions/platform/points.ts';
import { pointerKey, rowKey } from './engine/keys.ts';

/** Where somebody is: a person's session stands in one workspace. */
export type Membership = { workspaceId: string; memberId: string };
export type Account = { id: string; email: string; passwordHash: string | null; last: Membership | null };

export const credential = 'credential';

const Pointer = z.object({ to: z.string() });
const StoredUser = z.object({
  row: z.object({
    id: z.string(),
    email: z.string(),
    lastWorkspaceId: z.string().nullish(),
    lastMemberId: z.string().nullish(),
  }),
});
type UserRow = z.infer<typeof StoredUser>['row'];
const StoredLogin = z.object({ row: z.object({ userId: z.string(), password: z.string().nullish() }) });

/** Always the same four point reads: how long it takes must not tell whether there is an account. */
export async function findAccount(email: string): Promise<Account | null> {
  const id = await idAt(pointerKey('user', ['email'], [email]));
  const user = await points.read(rowKey('user', id), StoredUser);
  const login = await points.read(
    rowKey('account', await idOfLogin({ provider: credential, subject: id })),
    StoredLogin,
  );
  return user && accountIn(user.value.row, login?.value.row.password ?? null);
}

export async function findAccountById(id: string): Promise<Account | null> {
  const user = await points.read(rowKey('user', id), StoredUser);
  const login = await points.read(
    rowKey('account', await idOfLogin({ provider: credential, subject: id })),
    StoredLogin,
  );
  return user && accountIn(user.value.row, login?.value.row.password ?? null);
}

function accountIn(row: UserRow, passwordHash: string | null): Account {
  const { id, email, lastWorkspaceId: workspaceId, lastMemberId: memberId } = row;
  return { id, email, passwordHash, last: workspaceId && memberId ? { workspaceId, memberId } : null };
}

/** The id of the account that is signed in to by this login; null when there is none. */
export async function ownerOfLogin(login: { provider: string; subject: string }): Promise<string | null> {
  const found = await points.read(rowKey('account', await idOfLogin(login)), StoredLogin);
  return found?.value.row.userId ?? null;
}

export const idOfLogin = ({ provider, subject }: { provider: string; subject: string }): Promise<string> =>
  idAt(pointerKey('account', ['providerId', 'accountId'], [provider, subject]));

const idAt = async (key: string): Promise<string> => (await points.read(key, Pointer))?.value.to ?? 'nobody';
