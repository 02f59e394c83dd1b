import type { Acceptance, OpenInvitation } from '#domain/members/invitation.ts';
import { problems } from '#domain/kernel/problem.ts';
import { checkPassword } from '#functions/accounts/check-password.ts';
import { createAccount, fitsHash, hashPassword } from '#functions/accounts/engine.ts';
import { type Account, findAccount } from '#functions/accounts/find-account.ts';
import { forgetPasswordTries, takePasswordTry } from '#functions/accounts/password-tries.ts';
import { refuseWeakPassword } from '#functions/accounts/refuse-weak-password.ts';
import { sessionOf } from '#functions/accounts/session.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { Visit } from '#functions/work.ts';
import type { StoredInvitation } from './invitation-store.ts';

/** The account a link makes: the same one however often its acceptance is cut off and tried again. */
const accountIdOf = ({ tokenHash }: StoredInvitation): string => derivedId('account', tokenHash);

/** Which password the link asks for. */
export async function passwordAskedFor(
  visit: Visit,
  invitation: StoredInvitation,
): Promise<OpenInvitation['password']> {
  const account = await findAccount(invitation.email);
  if (!account) return invitation.hasPassword ? 'given' : 'new';
  return (await isSignedInAs(visit, account)) ? 'none' : 'own';
}

const isSignedInAs = async (visit: Visit, { id }: Account): Promise<boolean> =>
  (await sessionOf(visit))?.accountId === id;

type Given = Pick<Acceptance, 'password' | 'givenPassword'>;

/** Makes sure that whoever answers may use the account; `make` makes it where there is none yet. */
export async function invitedAccount(
  visit: Visit,
  invitation: StoredInvitation,
  given: Given,
): Promise<{ accountId: string; make: () => Promise<void> }> {
  const { email } = invitation;
  const account = await findAccount(email);
  if (account) {
    if (!(await isSignedInAs(visit, account)))
      await checkPassword(visit, { email, password: filled('password', given) });
    return { accountId: account.id, make: async () => undefined };
  }

  const accountId = accountIdOf(invitation);
  const passwordHash = await hashOfNew(visit, invitation, given);
  const make = async () => {
    if (!(await createAccount({ id: accountId, email, passwordHash })))
      throw problems.conflict('You have an account since a moment ago. Please open the link again.');
  };
  return { accountId, make };
}

async function hashOfNew(visit: Visit, invitation: StoredInvitation, given: Given): Promise<string> {
  const password = filled('password', given);
  if (invitation.passwordHash !== null) {
    const first = filled('givenPassword', given);
    await checkGiven(visit, invitation.email, { hash: invitation.passwordHash, password: first });
    if (password === first) throw refused('password', 'Please choose another one than the one you were given');
  }
  const { email, name } = invitation;
  refuseWeakPassword(password, { email, ...(name && { name }) });
  return hashPassword(password);
}

async function checkGiven(visit: Visit, email: string, { hash, password }: { hash: string; password: string }) {
  await takePasswordTry(visit, email);
  if (!(await fitsHash(hash, password))) throw refused('givenPassword', 'This is not the password you were given');
  await forgetPasswordTries(email);
}

function filled(field: keyof Given, given: Given): string {
  const typed = given[field];
  if (typed) return typed;
  throw refused(field, 'Please fill this in');
}

const refused = (field: keyof Given, detail: string) => problems.invalid([{ pointer: `/body/${field}`, detail }]);
