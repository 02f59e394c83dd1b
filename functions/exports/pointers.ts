import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';
import { isUnsettled } from '#domain/payments/facts.ts';
import { deletions } from '#functions/files/deletions.ts';
import { addLink, removeLink } from '#functions/members/invitation-links.ts';
import { StoredPayment } from '#functions/payments/stored-payment.ts';
import { unsettledPayments } from '#functions/payments/unsettled-payments.ts';
import { scoredWorkspaces } from '#functions/segments/scored-workspaces.ts';
import { claimAccount, forgetAccount } from '#functions/stripe-accounts/account-owners.ts';
import { purges } from '#functions/tasks/purges.ts';
import type { PartName, StoredDocument } from './inventory.ts';

const kind = <K extends string>(name: K) => z.object({ kind: z.literal(name) });
const Deleted = z.object({ id: Id, deletedAt: Moment });
const DeletedTask = kind('task').extend(Deleted.shape);
const Invitation = kind('invitation').extend({ id: z.string(), tokenHash: z.string(), acceptedAt: z.null() });
const Paid = kind('payment')
  .extend(StoredPayment.pick({ id: true, createdAt: true, status: true }).shape)
  .extend(StoredPayment.pick({ attempts: true, refunds: true }).shape);
const StripeAccount = kind('stripe-account').extend({
  account: z.string().nullable(),
  former: z.array(z.object({ account: z.string() })),
});
const Scored = kind('segment-summary');

const accountsOf = ({ account, former }: z.infer<typeof StripeAccount>): string[] => [
  ...(account === null ? [] : [account]),
  ...former.map((one) => one.account),
];
const dayOf = ({ deletedAt }: z.infer<typeof Deleted>): string => deletedAt.slice(0, 10);

/** What lies beside the businesses and leads to this document of one of them. Safe to repeat. */
export async function pointTo(workspaceId: string, part: PartName, document: StoredDocument): Promise<void> {
  const { data: task } = DeletedTask.safeParse(document);
  if (task) await purges.note(dayOf(task), { workspaceId, taskId: task.id });
  const { data: file } = Deleted.safeParse(part === 'files' ? document : null);
  if (file) await deletions.note(dayOf(file), { workspaceId, fileId: file.id });
  const { data: payment } = Paid.safeParse(document);
  if (payment && isUnsettled(payment)) await unsettledPayments.note(workspaceId, payment.id, payment.createdAt);
  const { data: stripe } = StripeAccount.safeParse(document);
  for (const account of stripe ? accountsOf(stripe) : []) await claimAccount(account, workspaceId);
  const { data: invitation } = Invitation.safeParse(document);
  if (invitation) await addLink(invitation.tokenHash, { workspaceId, invitationId: invitation.id });
  if (Scored.safeParse(document).success) await scoredWorkspaces.note(workspaceId);
}

/** Notes of what is to be deleted one day stay: they hold ids alone, and that day finds nothing. */
export async function removePointerTo(workspaceId: string, document: StoredDocument): Promise<void> {
  const { data: stripe } = StripeAccount.safeParse(document);
  for (const account of stripe ? accountsOf(stripe) : []) await forgetAccount(account);
  const { data: invitation } = Invitation.safeParse(document);
  if (invitation) await removeLink(invitation.tokenHash);
  if (Scored.safeParse(document).success) await scoredWorkspaces.forget(workspaceId);
}

export async function forgetUnsettled(workspaceId: string): Promise<void> {
  for (const note of await unsettledPayments.of(workspaceId)) await unsettledPayments.done(note);
}
