import { codeLifeSeconds } from '#domain/accounts/account.ts';
import { config } from '#functions/platform/config.ts';
import type { Visit } from '#functions/work.ts';
import { codeMail, takenAddressMail } from './mails.ts';
import type { Pending, Wish } from './pending-store.ts';
import { newCode, pepperedHashOf } from './secrets.ts';

/** A code fits one sign-up only. */
export const codeHashOf = (signUpId: string, code: string): string => pepperedHashOf('sign-up', `${signUpId}\n${code}`);

type Sent = Pick<Pending, 'codeHash' | 'sentAt' | 'expiresAt'>;
type Sending = { signUpId: string; wish: Wish; isTaken: boolean };

/** Makes the code; `mail` sends it once it is stored. A taken address gets another mail, so that both take as long. */
export function newCodeFor(
  { now, sendMail }: Visit,
  { signUpId, wish, isTaken }: Sending,
): Sent & { mail: () => Promise<void> } {
  const code = newCode();
  const codeHash = codeHashOf(signUpId, code);
  const sentAt = now();
  return {
    codeHash: isTaken ? null : codeHash,
    sentAt: sentAt.toISOString(),
    expiresAt: new Date(sentAt.getTime() + codeLifeSeconds * 1000).toISOString(),
    mail: () =>
      sendMail(
        isTaken
          ? takenAddressMail(wish.email, { ...wish, loginAddress: loginAddressOf(wish) })
          : codeMail(wish.email, { ...wish, code }),
      ),
  };
}

/** Somebody who opens a business has no address of one to sign in at yet. */
const loginAddressOf = ({ kind, slug }: Wish): string =>
  `${config.publicOrigin}${kind === 'join' ? `/w/${slug}` : ''}/login`;
