import type { Member } from '#domain/members/member.ts';
import { deletedName } from '#domain/profile/profile.ts';
import { deleteAccount } from '#functions/accounts/engine.ts';
import { forgetFactors } from '#functions/factors/forget-factors.ts';
import { purgeFilesOf } from '#functions/files/purge-files.ts';
import { renameInPayments } from '#functions/payments/rename-in-payments.ts';
import type { SystemWork } from '#functions/work.ts';
import { eraseInRooms } from './erase-in-rooms.ts';
import { memberships } from './memberships.ts';
import { renameInTasks } from './rename-in-tasks.ts';
import { setOwnerOfTheirs } from './spread-name.ts';

/**
 * Takes away what tells who somebody was. Payments, tasks and messages stay, under no name. The member goes last, so
 * that a round that was cut off begins again at the same one; all of it is safe to repeat.
 */
export async function eraseMember(work: SystemWork, member: Member): Promise<void> {
  const { id, customerId, email, accountId } = member;
  const nobody = { name: deletedName, email: '' };
  await work.photos.removeAllOf(id);
  await work.notifications.removeAllOf(id);
  await eraseInRooms(work, member);
  await work.tasks.renameInHistory({ memberId: id, was: member.name, name: deletedName });
  await work.files.renameSender({ memberId: id, name: deletedName });
  await renameInTasks(work, [{ id, ...nobody }]);
  await renameInPayments(work, { id, name: deletedName });
  await setOwnerOfTheirs(work, id, null);
  if (customerId !== null) {
    await purgeFilesOf(work, { kind: 'customer', id: customerId });
    await renameInTasks(work, [{ id: customerId, ...nobody }]);
    await work.payments.renameCustomer(customerId, nobody);
    await work.receipts.renameCustomer(customerId, nobody);
    await work.customers.setPerson(customerId, { name: deletedName, email: null, memberId: null });
  }
  await work.invitations.forget(work.invitations.idFor(email));
  await forgetAccount(work.workspaceId, { memberId: id, accountId });
  await work.members.erase(member);
}

/** The account is the person's in all businesses: it goes with the last one. */
async function forgetAccount(
  workspaceId: string,
  { memberId, accountId }: { memberId: string; accountId: string },
): Promise<void> {
  await memberships.remove(accountId, { workspaceId, memberId });
  if ((await memberships.of(accountId)).length > 0) return;
  await forgetFactors(accountId);
  await deleteAccount(accountId);
  await memberships.forget(accountId);
}
