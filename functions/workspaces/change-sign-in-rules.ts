import { staff } from '#domain/kernel/access.ts';
import type { SignInRules, SignInRulesChange } from '#domain/workspaces/sign-in-rules.ts';
import { putRuleOnSessions } from '#functions/accounts/end-sessions.ts';
import type { Work } from '#functions/work.ts';

export async function changeSignInRules(work: Work, change: SignInRulesChange): Promise<SignInRules> {
  const { caller, signInRules, audit, address } = work;
  const before = await signInRules.get();
  const { secondFactorFor = before.secondFactorFor, microsoftTenants = before.microsoftTenants } = change;
  const after = await signInRules.put({ ...before, secondFactorFor, microsoftTenants });
  // Also when it says the same again: that finishes a change which was cut off here.
  if (change.secondFactorFor) await putRuleOnStaff(work);

  const factorChange = { fields: 'secondFactorFor', from: before.secondFactorFor, to: after.secondFactorFor };
  const tenantChange = { fields: 'microsoftTenants', count: String(microsoftTenants.length) };
  await audit.add({
    action: 'settings-changed',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'workspace', id: work.workspaceId, name: 'Sign-in rules' },
    detail: change.secondFactorFor ? factorChange : tenantChange,
    address,
  });
  return after;
}

/** Of every status: somebody who still waits may be verified in the session they have now. */
async function putRuleOnStaff(work: Work): Promise<void> {
  for await (const members of work.members.all({ role: [...staff] }, 'name')) {
    await Promise.all(members.map(({ accountId }) => putRuleOnSessions(work, accountId, work.workspaceId)));
  }
}
