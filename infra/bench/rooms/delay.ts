import { type Figure, percentile } from '../figures.ts';
import { hearRoom, say } from './hearing.ts';
import type { Colleague } from './seed.ts';

/** What the original needs, without storing anything durably: an empty room, and one with 10,000 earlier messages. */
const original = { empty: { p50: 7.7, p95: 13.9 }, long: { p50: 13.2, p95: 21.3 } };

/** From the POST of one to the other's socket, by turns; the server stores before it tells. */
export async function sendToReceived(
  [one, other]: readonly [Colleague, Colleague],
  { roomId, messages, of }: { roomId: string; messages: number; of: 'empty' | 'long' },
): Promise<Figure[]> {
  const waiting = new Map<string, (at: number) => void>();
  // What one says, one's own socket hears as well: that is not counted.
  let listening: Colleague = other;
  const hearAs = (colleague: Colleague) => (messageId: string) => {
    if (colleague === listening) waiting.get(messageId)?.(performance.now());
  };
  const leave = await Promise.all([one, other].map((each) => hearRoom(each.person, roomId, hearAs(each))));

  const delays: number[] = [];
  const answers: number[] = [];
  const warm = 20;
  for (let n = 0; n < messages + warm; n += 1) {
    const sender = n % 2 === 0 ? one : other;
    listening = sender === one ? other : one;
    const messageId = crypto.randomUUID();
    const seen = new Promise<number>((resolve) => waiting.set(messageId, resolve));
    const begun = performance.now();
    const answered = say(sender.person, roomId, messageId).then(() => performance.now());
    const [seenAt, answeredAt] = await Promise.all([seen, answered]);
    waiting.delete(messageId);
    if (n < warm) continue;
    delays.push(seenAt - begun);
    answers.push(answeredAt - begun);
  }
  for (const each of leave) each();
  return [
    { what: 'received by the other: p95', value: percentile(delays, 95), unit: 'ms', goal: { atMost: 50 } },
    { what: '  p50', value: percentile(delays, 50), unit: 'ms' },
    { what: '  the original, which stores nothing durably: p95', value: original[of].p95, unit: 'ms' },
    { what: '  the original: p50', value: original[of].p50, unit: 'ms' },
    { what: 'answered to the sender: p95', value: percentile(answers, 95), unit: 'ms' },
  ];
}
