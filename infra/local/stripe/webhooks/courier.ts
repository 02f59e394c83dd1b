import type { Faults } from '../faults.ts';
import type { Store } from '../store.ts';
import { type Delivery, deliveriesOf } from './deliveries.ts';
import { post, type WebhookTarget } from './post.ts';

const firstRetryMs = 500;
const longestWaitMs = 10_000;
// About three days at the longest wait, as Stripe does.
const mostAttempts = 26_000;
const mostInFlight = 16;

interface Round {
  store: Store;
  endpoint: string;
  target: WebhookTarget | undefined;
  faults: Pick<Faults, 'losesAnswer' | 'batchToReverse' | 'batchReversed'>;
}

export type Courier = ReturnType<typeof startCourier>;

/**
 * Sends what the queue on disk holds for one endpoint, oldest first, several at once. A delivery leaves the queue only
 * after a 2xx, so a kill or a dead receiver costs time and never an event.
 */
export function startCourier({ store, endpoint, target, faults }: Round) {
  const deliveries = deliveriesOf(store, endpoint);
  const onTheirWay = new Map<number, Promise<void>>();
  const stop = new AbortController();
  let current = target;
  let next = target;
  let timer: NodeJS.Timeout | undefined;
  let isReversing = false;

  /** Due, not on its way yet, and no more than may travel at once. */
  function toSend(to: WebhookTarget): Delivery[] {
    if (isReversing) return [];
    const room = (to.inFlight ?? mostInFlight) - onTheirWay.size;
    if (room <= 0) return [];
    return deliveries
      .due(room + onTheirWay.size)
      .filter(({ seq }) => !onTheirWay.has(seq))
      .slice(0, room);
  }

  function pump(): void {
    clearTimeout(timer);
    if (!current || stop.signal.aborted) return;
    if (faults.batchToReverse() > 0) return sendReversed(current, faults.batchToReverse());
    for (const delivery of toSend(current)) start(delivery, current);
    if (onTheirWay.size === 0) sleepUntilNext();
  }

  /** Waits until so many are due, then sends them one after another, the newest first. */
  function sendReversed(to: WebhookTarget, size: number): void {
    const batch = deliveries.due(size);
    if (isReversing || onTheirWay.size > 0) return;
    // What is due waits for the others: a new event wakes us.
    if (batch.length < size) return;
    isReversing = true;
    faults.batchReversed();
    const sendNext = () => {
      const delivery = stop.signal.aborted ? undefined : batch.pop();
      if (delivery) return start(delivery, to, sendNext);
      isReversing = false;
    };
    sendNext();
  }

  function start(delivery: Delivery, to: WebhookTarget, afterwards: () => void = () => {}): void {
    const sent = sendOne(delivery, to)
      .catch(console.error)
      .finally(() => {
        onTheirWay.delete(delivery.seq);
        afterwards();
        if (current === next) pump();
        else takeOver();
      });
    onTheirWay.set(delivery.seq, sent);
  }

  async function sendOne(delivery: Delivery, to: WebhookTarget): Promise<void> {
    const event = store.find('event', delivery.event_id)?.object;
    if (!event) return deliveries.finish(delivery, 'given up', 'there is no such event');
    const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2);
    const sent = await post(to, body, { signal: stop.signal });
    if (stop.signal.aborted) return;

    const result = faults.losesAnswer() ? 'the answer was lost on purpose' : sent.result;
    if (sent.isAccepted && result === sent.result) return deliveries.finish(delivery, 'delivered', result);
    if (delivery.attempts >= mostAttempts) return deliveries.finish(delivery, 'given up', result);
    return deliveries.retry(delivery, Math.min(firstRetryMs * 2 ** delivery.attempts, longestWaitMs), result);
  }

  /** Only once nothing is on its way: an attempt that fails afterwards would put its event behind the later ones. */
  function takeOver(): void {
    if (onTheirWay.size > 0 || stop.signal.aborted) return;
    current = next;
    deliveries.hurry();
    pump();
  }

  function sleepUntilNext(): void {
    const at = deliveries.nextAt();
    if (at !== undefined) timer = setTimeout(pump, Math.max(at - Date.now(), 0));
  }

  takeOver();
  return {
    wake: pump,
    target: () => next,
    setTarget: (target: WebhookTarget | undefined) => {
      next = target;
      current = undefined;
      takeOver();
    },
    close: async () => {
      stop.abort();
      clearTimeout(timer);
      await Promise.all(onTheirWay.values());
    },
  };
}
