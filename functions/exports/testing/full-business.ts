import { payersOf } from '#domain/segments/payers.ts';
import { changePhoto } from '#functions/photos/change-photo.ts';
import { pictures } from '#functions/photos/testing/pictures.ts';
import { send } from '#functions/files/testing/a-room.ts';
import { startImport } from '#functions/imports/start-import.ts';
import { startBulk } from '#functions/members/start-bulk.ts';
import { inviteMember } from '#functions/members/invite-member.ts';
import { removeFile } from '#functions/files/remove-file.ts';
import { changeLogo } from '#functions/receipts/change-details.ts';
import { openDirect } from '#functions/rooms/open-direct.ts';
import { openSupport } from '#functions/rooms/open-support.ts';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { draft, taskRoom } from '#functions/rooms/testing/in-room.ts';
import { removeTask } from '#functions/tasks/remove-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { enrolTotp } from '#functions/testing/enrolled.ts';
import { joined, newEmail } from '#functions/testing/people.ts';
import { make } from '#functions/testing/make.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { setAside } from '#functions/platform/dead-letters.ts';

/** A business with a document of nearly every kind, and a blob in every container. */
export async function fillBusiness(crm: Crm) {
  const system = crm.system();
  const { visitor: owner, me } = await joined(crm, { name: 'Zerlina Quux' });
  const { app } = await enrolTotp(owner);
  const { customer, employee, admin, roomId } = await taskRoom(crm);

  const place = { kind: 'room', id: roomId } as const;
  await send(customer, place);
  const deleted = await send(customer, place);
  await removeFile(customer, deleted.id);
  await sendMessage(customer, roomId, draft('Is the claw safe?'));
  await openSupport(customer);
  const direct = await openDirect(admin, employee.caller.memberId);
  await sendMessage(employee, direct.id, draft('Could you look at the ring?'));
  const gone = await createTask(customer, make.taskDraft());
  await removeTask(admin, gone.id);
  await followFeeds(crm, [roomId, direct.id]);

  await changePhoto(employee, { bytes: await pictures.png(), type: 'image/png' });
  await changeLogo(admin, { bytes: await pictures.png(), type: 'image/png' });
  await inviteMember(admin, { email: newEmail(), role: 'employee' });
  await startBulk(admin, { action: 'verify', where: { ids: [employee.caller.memberId] } });
  const history = Buffer.from('customer,date,amount\nAda,2026-01-02,10.00\n');
  await startImport(admin, { bytes: history, fileName: 'history.csv' });

  const at = new Date().toISOString();
  const { caller } = customer;
  const payment = make.payment({
    customer: { id: caller.customerId!, name: caller.name, email: newEmail() },
    attempts: [
      {
        number: 1,
        openedAt: at,
        sessionId: 'cs_test_1',
        by: { id: caller.memberId, name: caller.name },
        page: 'open',
        expiredAt: null,
      },
    ],
  });
  await system.payments.addNew(payment);
  await system.payments.addNew(make.payment({ paidOn: '2026-03-02' }));
  await system.rates.set({ currency: 'NOK', from: '2026-01-02', rate: '0.1' });
  await system.presence.see(employee.caller.memberId, { state: 'away', at }, null);
  await system.segments.replaceSnapshot({ payers: payersOf(0), version: 1, etag: null });
  await system.segments.replaceSummary({ ...(await system.segments.summary()), version: 1 });
  await system.segments.noteScored();
  await system.notifications.subscribe(employee.caller.memberId, {
    subscription: { endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } },
    sessionId: crypto.randomUUID(),
    at,
  });
  await setAside({
    workspaceId: crm.workspace.id,
    source: 'test',
    documentId: payment.id,
    reason: 'It was poison',
    at: new Date(),
  });
  await system.audit.add({ action: 'signed-in', by: { memberId: me.member.id, name: me.member.name } });
  return { owner: { visitor: owner, me, app }, roomId, payment, deleted, gone };
}
