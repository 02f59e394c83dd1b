import { betterAuth } from 'better-auth/minimal';
import { uuidv7 } from '#domain/kernel/ids.ts';
import { problems } from '#domain/kernel/problem.ts';
import { LoginProvider } from '#domain/logins/login.ts';
import type { WayIn } from '#domain/sessions/session.ts';
import type { SecondFactorFor } from '#domain/workspaces/sign-in-rules.ts';
import { config } from '#functions/platform/config.ts';
import { NotUnique } from './engine/claims.ts';
import { storeAdapter } from './engine/store-adapter.ts';
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

/** better-auth keeps accounts, passwords and sessions. It is not mounted: nothing but these functions reaches it. */
const auth = betterAuth({
  baseURL: config.publicOrigin,
  secret: config.authSecret,
  database: storeAdapter(),
  telemetry: { enabled: false },
  logger: { level: 'error' },
  verification: { disableCleanup: true },
  account: { accountLinking: { disableImplicitLinking: true } },
  user: {
    additionalFields: {
      lastWorkspaceId: { type: 'string', required: false, input: false },
      lastMemberId: { type: 'string', required: false, input: false },
      hasSecondFactor: { type: 'boolean', required: false, input: false },
    },
  },
  session: {
    additionalFields: {
      workspaceId: { type: 'string', required: true, input: false },
      memberId: { type: 'string', required: true, input: false },
      by: { type: 'string', required: true, input: false },
      provedAt: { type: 'date', required: true, input: false },
      secondFactorFor: { type: 'string', required: true, input: false },
    },
  },
  advanced: { database: { generateId: () => uuidv7(Date.now()) } },
});

// What a password is compared with when there is no account, so that both kinds of wrong cost the same.
const nobodysHash = hashPassword(newToken());

export async function hashPassword(password: string): Promise<string> {
  return (await auth.$context).password.hash(password);
}

export async function fitsHash(hash: string, password: string): Promise<boolean> {
  return (await auth.$context).password.verify({ hash, password });
}

export async function isPasswordOf(account: Account | null, password: string): Promise<boolean> {
  const isRight = await fitsHash(account?.passwordHash ?? (await nobodysHash), password);
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

  const { internalAdapter } = await auth.$context;
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
  const { internalAdapter } = await auth.$context;
  const login = { userId: accountId, accountId, providerId: credential, password: passwordHash };
  const isFirst =
    (await findAccountById(accountId))?.passwordHash === null && (await once(internalAdapter.createAccount(login)));
  if (!isFirst) await internalAdapter.updatePassword(accountId, passwordHash);
}

/** An account at another company; `subject` is its own id there. */
export type Login = { provider: LoginProvider; subject: string };

/** Answers the account that has the login now: the one given, or who was first. */
export async function claimLogin({ provider, subject }: Login, accountId: string): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const added = await once(
    internalAdapter.createAccount({ userId: accountId, accountId: subject, providerId: provider }),
  );
  if (added) return accountId;
  const owner = await ownerOfLogin({ provider, subject });
  if (owner === null) throw problems.unavailable('The account');
  return owner;
}

export async function removeLogin(login: Login): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteAccount(await idOfLogin(login));
}

type ConnectedLogin = Login & { connectedAt: string };

export async function loginsOf(accountId: string): Promise<ConnectedLogin[]> {
  const { internalAdapter } = await auth.$context;
  const rows = await internalAdapter.findAccounts(accountId);
  return rows.flatMap(({ providerId, accountId: subject, createdAt }) => {
    const { data: provider } = LoginProvider.safeParse(providerId);
    return provider ? [{ provider, subject, connectedAt: new Date(createdAt).toISOString() }] : [];
  });
}

/** The new address has been proved. False when it has another account; safe to repeat. */
export async function changeEmail(accountId: string, email: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  return (await once(internalAdapter.updateUser(accountId, { email }))) !== null;
}

export async function rememberMembership(accountId: string, { workspaceId, memberId }: Membership): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.updateUser(accountId, { lastWorkspaceId: workspaceId, lastMemberId: memberId });
}

export async function rememberSecondFactor(accountId: string, hasSecondFactor: boolean): Promise<void> {
  const { internalAdapter } = await auth.$context;
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
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createSession(accountId, false, { ...rest, token: tokenHash }, true);
}

export async function endSession(tokenHash: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteSession(tokenHash);
}

/** With its password, logins and sessions: the e-mail address is free again. Safe to repeat. */
export async function deleteAccount(accountId: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUser(accountId);
}
