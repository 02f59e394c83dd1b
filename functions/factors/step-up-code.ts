import type { CodeSent } from '#domain/accounts/account.ts';
import { problems } from '#domain/kernel/problem.ts';
import { type Proof, spendCode } from '#functions/accounts/check-code.ts';
import { findAccountById } from '#functions/accounts/find-account.ts';
import { sendCode } from '#functions/accounts/send-code.ts';
import type { Work } from '#functions/work.ts';

export async function sendStepUpCode(work: Work): Promise<CodeSent> {
  const { accountId, sessionId } = work.caller;
  const account = await findAccountById(accountId);
  if (!account) throw problems.notFound('The account');
  return sendCode(work, { wish: { kind: 'step-up', email: account.email, sessionId }, account, isFitting: true });
}

/** In another session than the one it was asked for in, the right code is a wrong one. */
export async function spendStepUpCode(work: Work, proof: Proof): Promise<void> {
  const { sessionId } = await spendCode(work, proof, ['step-up']);
  if (sessionId !== work.caller.sessionId) throw problems.badCode();
}
