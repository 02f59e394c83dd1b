import { problems } from '#domain/kernel/problem.ts';
import { LoginProvider } from '#domain/logins/login.ts';
import type { WayIn } from '#domain/sessions/session.ts';
import type { SecondFactorFor } from '#domain/workspaces/sign-in-rules.ts';
import { madeOnce } from '#functions/platform/made-once.ts';
import { NotUnique } from './engine/claims.ts';
import {
  type Account,
  credential,
  findAccount,
  findAccountById,
  idOfLogin,
  type Membership,
  ownerOfLogin,
} from './find-account.ts';
import { newToken } from './secrets.ts';

/** Heavy, and not needed by whoever is signed in already. */
const context = madeOnce(async () => (await import('./engine/auth.ts')).auth.$context);

// What a password is compared with when there is no account, made in either case: both kinds of wrong cost the same.
const nobodysHash = madeOnce(() => hashPassword(newToken()));

export async function hashPassword(password: string): Promise<string> {
  return (await context()).password.hash(password);
}

export async function fitsHash(hash: string, password: string): Promise<boolean> {
  return (await context()).password.verify({ hash, password });
}

export async function isPasswordOf(account: Account | null, password: string): Promise<boolean> {
  const nobodys = await nobodysHash();
  const isRight = await fitsHash(account?.passwordHash ?? nobodys, password);
  return isRight && account?.passwordHash != null;
}

type NewAccount = { id: string; email: string; passwordHash: string | null };

/**
 * An account whose e-mail address is proved; false when the address has another one. Safe to repeat with the same id.
 * Without a password the person comes in by a login that was added before.
 */
export async function createAccount({ id, email, passwordHash }: NewAccount): Promise<boolean> {
  const known = await findAccount(email);
  if (known) return known.id === id;

  const { internalAdapter } = await context();
  // The password first: a crash in between leaves a row nobody finds, and not an address nobody can sign in with.
  const login =
    passwordHash === null
      ? null
      : await once(
          internalAdapter.createAccount({ userId: id, accountId: id, providerId: credential, password: passwordHash }),
        );
  const user = await once(
    internalAdapter.createUser({ id, email, name: '', emailVerified: true }, { method: 'email-password' }),
  );
  const isMade = user !== null || (await findAccount(email))?.id === id;
  if (!isMade && login) await internalAdapter.deleteAccount(login.id);
  return isMade;
}

/** Null when it is there already. */
async function once<T>(making: Promise<T>): Promise<T | null> {
  try {
    return await making;
  } catch (error) {
    if (error instanceof NotUnique) return null;
    throw error;
  }
}

/** Also for an account that has none yet. */
export async function setPassword(accountId: string, passwordHash: string): Promise<void> {
  const { internalAdapter } = await context();
  const login = { userId: accountId, accountId, providerId: credential, password: passwordHash };
  const isFirst =
    (await findAccountById(accountId))?.passwordHash === null && (await once(internalAdapter.createAccount(login)));
  if (!isFirst) await internalAdapter.updatePassword(accountId, passwordHash);
}

/** An account at another company; `subject` is its own id there. */
export type Login = { provider: LoginProvider; subject: string };

/** Answers the account that has the login now: the one given, or who was first. */
export async function claimLogin({ provider, subject }: Login, accountId: string): Promise<string> {
  const { internalAdapter } = await context();
  const added = await once(
    internalAdapter.createAccount({ userId: accountId, accountId: subject, providerId: provider }),
  );
  if (added) return accountId;
  const owner = await ownerOfLogin({ provider, subject });
  if (owner === null) throw problems.unavailable('The account');
  return owner;
}

export async function removeLogin(login: Login): Promise<void> {
  const { internalAdapter } = await context();
  await internalAdapter.deleteAccount(await idOfLogin(login));
}

type ConnectedLogin = Login & { connectedAt: string };

export async function loginsOf(accountId: string): Promise<ConnectedLogin[]> {
  const { internalAdapter } = await context();
  const rows = await internalAdapter.findAccounts(accountId);
  return rows.flatMap(({ providerId, accountId: subject, createdAt }) => {
    const { data: provider } = LoginProvider.safeParse(providerId);
    return provider ? [{ provider, subject, connectedAt: new Date(createdAt).toISOString() }] : [];
  });
}

/** The new address has been proved. False when it has another account; safe to repeat. */
export async function changeEmail(accountId: string, email: string): Promise<boolean> {
  const { internalAdapter } = await context();
  return (await once(internalAdapter.updateUser(accountId, { email }))) !== null;
}

export async function rememberMembership(accountId: string, { workspaceId, memberId }: Membership): Promise<void> {
  const { internalAdapter } = await context();
  await internalAdapter.updateUser(accountId, { lastWorkspaceId: workspaceId, lastMemberId: memberId });
}

export async function rememberSecondFactor(accountId: string, hasSecondFactor: boolean): Promise<void> {
  const { internalAdapter } = await context();
  await internalAdapter.updateUser(accountId, { hasSecondFactor });
}

type NewSession = Membership & {
  accountId: string;
  tokenHash: string;
  by: WayIn;
  ipAddress: string;
  userAgent: string;
  secondFactorFor: SecondFactorFor;
  provedAt: Date;
  createdAt: Date;
  expiresAt: Date;
};

export async function openSession({ accountId, tokenHash, ...rest }: NewSession): Promise<void> {
  const { internalAdapter } = await context();
  await internalAdapter.createSession(accountId, false, { ...rest, token: tokenHash }, true);
}

export async function endSession(tokenHash: string): Promise<void> {
  const { internalAdapter } = await context();
  await internalAdapter.deleteSession(tokenHash);
}

/** With its password, logins and sessions: the e-mail address is free again. Safe to repeat. */
export async function deleteAccount(accountId: string): Promise<void> {
  const { internalAdapter } = await context();
  await internalAdapter.deleteUser(accountId);
}
