import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { startStripe } from './server.ts';
import { startReceiver } from './testing/receiver.ts';
import { order, pay, typesOf } from './testing/shop.ts';

const connect = (port: number): Stripe =>
  new Stripe('sk_test_local', { host: '127.0.0.1', port, protocol: 'http', telemetry: false, maxNetworkRetries: 0 });

test('a port in use is an error, and nothing is left running', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'stripe-'));
  const receiver = await startReceiver();
  const taken = Number(new URL(receiver.url).port);
  await expect(startStripe({ port: taken, dir, webhook: undefined })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await receiver.close();
  const local = await startStripe({ port: taken, dir, webhook: undefined });
  expect(local.url).toBe(`http://127.0.0.1:${taken}`);
  await local.close();
  await rm(dir, { recursive: true });
});

test('killed right after its answer, it has lost nothing: not the payment, not the key, not the webhooks', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'stripe-'));
  const receiver = await startReceiver();
  // Nobody listens there: every event is still to be delivered at the moment of the kill.
  const dead = 'http://127.0.0.1:9/';
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/child.ts'), dir, dead, receiver.secret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const before = connect(Number(line));
  const session = await before.checkout.sessions.create(order(), { idempotencyKey: 'k' });
  const answer = await pay(session);
  process.kill(Number(child.pid), 'SIGKILL');
  await once(child, 'exit');
  expect(answer.status).toBe(303);

  const local = await startStripe({ port: 0, dir, webhook: receiver });
  const after = connect(local.port);
  expect(await after.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
  });
  expect((await after.checkout.sessions.create(order(), { idempotencyKey: 'k' })).id).toBe(session.id);
  expect((await after.charges.list()).data).toHaveLength(1);
  expect(typesOf(await receiver.count(4)).toSorted()).toEqual([
    'charge.succeeded',
    'checkout.session.completed',
    'payment_intent.created',
    'payment_intent.succeeded',
  ]);
  expect(receiver.problems).toEqual([]);

  await local.close();
  await receiver.close();
  await rm(dir, { recursive: true });
});
