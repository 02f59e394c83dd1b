import { expect, test, vi } from 'vitest';
import { watchWire } from './wire-watch.ts';

test('F196 a service that is not heard any more is noticed, and so is its next word', async () => {
  const [onSign, onSilence] = [vi.fn(), vi.fn()];
  const wire = watchWire({ onSign, onSilence, patienceMs: () => 20 });
  expect(wire.protocol.parseMessages('{"type":"pong"}')).toMatchObject({ kind: 'pong' });
  expect(onSign).toHaveBeenCalledTimes(1);
  await expect.poll(() => onSilence.mock.calls.length).toBe(1);
  wire.protocol.parseMessages('{"type":"pong"}');
  expect(onSign).toHaveBeenCalledTimes(2);
  wire.stop();
});

test('what is sent is no sign of the service', () => {
  const onSign = vi.fn();
  const wire = watchWire({ onSign, onSilence: () => {} });
  wire.protocol.writeMessage({ kind: 'ping' });
  expect(onSign).not.toHaveBeenCalled();
});
