import { once } from 'node:events';
import { WebPubSubClient } from '@azure/web-pubsub-client';
import { expect, test } from 'vitest';
import { groups, type LiveEvent } from '#domain/realtime/event.ts';
import { socketAddressFor } from '#functions/platform/pubsub.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { sendMessage } from './send-message.ts';

/** A socket as a browser opens it. `until` waits for the first event of a kind. */
async function listen({ caller }: Work) {
  const client = new WebPubSubClient({ getClientAccessUrl: () => socketAddressFor(caller) });
  const heard: LiveEvent[] = [];
  const waiting = new Map<string, () => void>();
  const connected = Promise.withResolvers<void>();
  const hear = ({ message }: { message: { data: unknown } }) => {
    const event = message.data as LiveEvent;
    heard.push(event);
    waiting.get(event.kind)?.();
  };
  client.on('connected', () => connected.resolve());
  client.on('server-message', hear);
  client.on('group-message', hear);
  await client.start();
  await connected.promise;
  return {
    heard,
    until: (kind: LiveEvent['kind']): Promise<void> => new Promise((resolve) => waiting.set(kind, resolve)),
    stop: () => client.stop(),
  };
}

test(
  'W4 who had the task before does not go on hearing its room, and who leads goes on',
  withCrm(async (crm) => {
    const [customer, admin] = [await crm.work('customer'), await crm.work('admin')];
    const [tomas, nils] = [await crm.work('employee'), await crm.work('employee')];
    const task = await createTask(customer, make.taskDraft());
    const first = await assignTask(admin, task.id, { employeeId: tomas.caller.memberId, version: task.version });
    const [before, leader] = [await listen(tomas), await listen(admin)];
    await tomas.live.joinRoom(task.id, tomas.caller.memberId);
    await admin.live.joinRoom(task.id, admin.caller.memberId);

    await assignTask(admin, task.id, { employeeId: nils.caller.memberId, version: first.version });
    const [said, told] = [leader.until('message.sent'), before.until('member.verified')];
    await sendMessage(customer, task.id, { messageId: crypto.randomUUID(), text: 'Only for Nils' });
    await said;
    await admin.live.toMember(tomas.caller.memberId, { kind: 'member.verified' });
    await told;

    expect(before.heard.map(({ kind }) => kind)).not.toContain('message.sent');
    before.stop();
    leader.stop();
  }),
);

test(
  'W2 what a socket sends, empty or senseless, reaches nobody and ends nothing',
  withCrm(async (crm) => {
    const [admin, employee] = [await crm.work('admin'), await crm.work('employee')];
    const group = groups.workspace(crm.workspace.id);
    const hearing = await listen(employee);
    const data = { kind: 'tasks.changed', taskId: crypto.randomUUID() };
    const sent: unknown[] = [
      null,
      {},
      { type: 'event' },
      { type: 'event', event: 'message', dataType: 'json', data: null },
      { type: 'sendToGroup', group },
      { type: 'sendToGroup', group, dataType: 'json', data },
      { type: 'joinGroup', group: groups.staff(crm.workspace.id) },
    ];
    for (const text of ['', '{', ...sent.map((frame) => JSON.stringify(frame))]) {
      const socket = new WebSocket(await socketAddressFor(admin.caller), 'json.webpubsub.azure.v1');
      await once(socket, 'message');
      const closed = once(socket, 'close');
      socket.send(text);
      socket.close();
      await closed;
    }
    const told = hearing.until('member.verified');
    await admin.live.toMember(employee.caller.memberId, { kind: 'member.verified' });
    await told;
    expect(hearing.heard.map(({ kind }) => kind)).toEqual(['member.verified']);
    hearing.stop();
  }),
);

test(
  'a room cannot be joined without a connection to hear it on',
  withCrm(async (crm) => {
    const customer = await crm.work('customer');
    const { id } = await createTask(customer, make.taskDraft());
    await expect(customer.live.joinRoom(id, customer.caller.memberId)).rejects.toMatchObject({
      problem: { status: 409 },
    });
  }),
);
