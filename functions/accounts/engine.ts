import { betterAuth } from 'better-auth/minimal';
import { uuidv7 } from '#domain/kernel/ids.ts';
import { config } from '#functions/platform/config.ts';
import { NotUnique } from './engine/claims.ts';
import { storeAdapter } from './engine/store-adapter.ts';
import { type Account, credential, findAccount, type Membership } from './find-account.ts';
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
    },
  },
  session: {
    additionalFields: {
      workspaceId: { type: 'string', required: true, input: false },
      memberId: { type: 'string', required: true, input: false },
      provedAt: { type: 'date', required: true, input: false },
    },
  },
  advanced: { database: { generateId: () => uuidv7(Date.now()) } },
});

// What a password is compared with when there is no account, so that both kinds of wrong cost the same.
const nobodysHash = hashPassword(newToken());

export async function hashPassword(password: string): Promise<string> {
  return (await auth.$context).password.hash(password);
}

export async function isPasswordOf(account: Account | null, password: string): Promise<boolean> {
  const { password: passwords } = await auth.$context;
  const isRight = await passwords.verify({ hash: account?.passwordHash ?? (await nobodysHash), password });
  return isRight && account?.passwordHash != null;
}

type NewAccount = { id: string; email: string; passwordHash: string };

/** An account whose e-mail address is proved; false when the address has another one. Safe to repeat with the same id. */
export async function createAccount({ id, email, passwordHash }: NewAccount): Promise<boolean> {
  const known = await findAccount(email);
  if (known) return known.id === id;

  const { internalAdapter } = await auth.$context;
  // The password first: a crash in between leaves a row nobody finds, and not an address nobody can sign in with.
  const login = await once(
    internalAdapter.createAccount({ userId: id, accountId: id, providerId: credential, password: passwordHash }),
  );
  const user = await once(
    internalAdapter.createUser({ id, email, name: '', emailVerified: true }, { method: 'email-password' }),
  );
  if (!user && login) await internalAdapter.deleteAccount(login.id);
  return user !== null;
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

export async function rememberMembership(accountId: string, { workspaceId, memberId }: Membership): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.updateUser(accountId, { lastWorkspaceId: workspaceId, lastMemberId: memberId });
}

type NewSession = Membership & {
  accountId: string;
  tokenHash: string;
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
