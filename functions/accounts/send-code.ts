import { type CodeSent, codeLifeSeconds, codeTries, resendAfterSeconds } from '#domain/accounts/account.ts';
import type { Visit } from '#functions/work.ts';
import { knownDeviceOr } from './device.ts';
import type { Account } from './find-account.ts';
import { mailFor } from './mails.ts';
import { type Pending, pendings, type Wish } from './pending-store.ts';
import { newCode, newToken, pepperedHashOf } from './secrets.ts';
import { codeMails, takeTry } from './tries.ts';

/** A code fits one ticket, and what it was asked for. */
export const codeHashOf = (kind: Wish['kind'], ticket: string, code: string): string =>
  pepperedHashOf(`code:${kind}`, `${ticket}\n${code}`);

type Sent = Pick<Pending, 'codeHash' | 'sentAt' | 'expiresAt'>;
type Asked = {
  wish: Wish;
  /** The account of the address, if there is one. */
  account: Account | null;
  /** Whether the wish is for this address at all. If not, another mail goes out, and the visitor is not told. */
  isFitting: boolean;
};

/** Does the same work and gives the same answer whether or not the e-mail address has an account. */
export async function sendCode(visit: Visit, asked: Asked): Promise<CodeSent> {
  await takeTry(visit, codeMails, knownDeviceOr(visit, asked.account, asked.wish.email));
  const ticket = newToken();
  const { mail, ...sent } = newCodeFor(visit, ticket, asked);
  await pendings.add(ticket, { wish: asked.wish, triesLeft: codeTries, claimedUntil: null, ...sent });
  await mail();
  return { ticket, resendAfterSeconds };
}

/** Makes the code; `mail` sends it once it is stored. */
export function newCodeFor(
  { now, sendMail }: Visit,
  ticket: string,
  { wish, isFitting }: Pick<Asked, 'wish' | 'isFitting'>,
): Sent & { mail: () => Promise<void> } {
  const code = newCode();
  const codeHash = codeHashOf(wish.kind, ticket, code);
  const sentAt = now();
  return {
    codeHash: isFitting ? codeHash : null,
    sentAt: sentAt.toISOString(),
    expiresAt: new Date(sentAt.getTime() + codeLifeSeconds * 1000).toISOString(),
    mail: () => sendMail(mailFor(wish, isFitting ? code : null)),
  };
}
