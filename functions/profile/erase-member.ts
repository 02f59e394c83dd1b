import type { Member } from '#domain/members/member.ts';
import { deletedName } from '#domain/profile/profile.ts';
import { purgeFilesOf } from '#functions/files/purge-files.ts';
import { renameInPayments } from '#functions/payments/rename-in-payments.ts';
import { forgetInImports } from '#functions/imports/forget-in-imports.ts';
import type { SystemWork } from '#functions/work.ts';
import { eraseInRooms } from './erase-in-rooms.ts';
import { forgetAccount } from './forget-account.ts';
import { renameInTasks } from './rename-in-tasks.ts';
import { setOwnerOfTheirs } from './spread-name.ts';

const nobody = { name: deletedName, email: '' };

/**
 * Takes away what tells who somebody was. Payments, tasks and messages stay, under no name. The member goes last, so
 * that a round that was cut off begins again at the same one; all of it is safe to repeat.
 */
export async function eraseMember(work: SystemWork, member: Member): Promise<void> {
  const { id, customerId, email, accountId } = member;
  await work.photos.removeAllOf(id);
  await work.notifications.removeAllOf(id);
  await eraseInRooms(work, member);
  await work.tasks.renameInHistory({ memberId: id, was: member.name, name: deletedName });
  await work.files.renameSender({ memberId: id, name: deletedName });
  await renameInTasks(work, [{ id, ...nobody }]);
  await renameInPayments(work, { id, name: deletedName });
  await setOwnerOfTheirs(work, id, null);
  const imported = await work.customers.unclaimedWith(email);
  const records = customerId === null ? imported : [customerId, ...imported];
  const invitationId = work.invitations.idFor(email);
  const ids = [id, accountId, invitationId, ...records];
  await work.audit.erasePerson({ memberId: id, ids, name: member.name, email });
  for (const record of records) await eraseCustomer(work, record);
  await forgetInImports(work, member);
  for (const other of await everyMember(work))
    await work.notifications.renameSomebody(other, { was: member.name, name: deletedName });
  await work.invitations.forget(invitationId);
  await work.invitations.renameInviter(member.name, deletedName);
  await forgetAccount(work.workspaceId, { memberId: id, accountId });
  await work.members.erase(member);
}

async function eraseCustomer(work: SystemWork, customerId: string): Promise<void> {
  await purgeFilesOf(work, { kind: 'customer', id: customerId });
  await renameInTasks(work, [{ id: customerId, ...nobody }]);
  await work.payments.renameCustomer(customerId, nobody);
  await work.receipts.renameCustomer(customerId, nobody);
  await work.customers.erasePerson(customerId, deletedName);
}

const everyMember = async ({ members }: SystemWork): Promise<string[]> => [
  ...(await members.idsOf({})),
  ...(await members.idsOf({ deleted: 'yes' })),
];
