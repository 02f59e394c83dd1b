import type { Faults } from './faults.ts';
import { sign } from './signature.ts';
import type { Store } from './store.ts';

export interface WebhookTarget {
  url: string;
  secret: string;
}

export interface Delivery {
  seq: number;
  event_id: string;
  state: 'pending' | 'delivered' | 'dropped' | 'given up';
  attempts: number;
  next_at: number;
  last_result: string | null;
}

const firstRetryMs = 500;
const longestWaitMs = 10_000;
const receiverMs = 10_000;
// About three days at the longest wait, as Stripe does.
const mostAttempts = 26_000;

export type Webhooks = ReturnType<typeof startWebhooks>;

/**
 * Sends what the queue on disk holds, one after another, oldest first. A delivery leaves the queue only
 * after a 2xx, so a kill or a dead receiver costs time and never an event.
 */
export function startWebhooks({
  store,
  faults,
  target,
}: {
  store: Store;
  faults: Faults;
  target: WebhookTarget | undefined;
}) {
  let current = target;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  const stop = new AbortController();

  const due = store.db.prepare(
    "select * from deliveries where state = 'pending' and next_at <= ? order by next_at, seq limit 50",
  );
  const nextAt = store.db.prepare("select min(next_at) as at from deliveries where state = 'pending'");
  const update = store.db.prepare(
    'update deliveries set state = ?, attempts = attempts + 1, next_at = ?, last_result = ? where seq = ?',
  );

  /** Somebody may just have come up: what waits is tried at once. */
  const hurry = () => store.db.prepare("update deliveries set next_at = ? where state = 'pending'").run(Date.now());

  function batch(): Delivery[] {
    const found = due.all(Date.now()) as unknown as Delivery[];
    const size = faults.batchToReverse();
    if (size === 0) return found;
    if (found.length < size) return [];
    faults.batchReversed();
    return found.slice(0, size).toReversed();
  }

  async function sendAll(to: WebhookTarget): Promise<void> {
    for (let found = batch(); found.length > 0 && !stop.signal.aborted; found = batch()) {
      for (const delivery of found) {
        if (stop.signal.aborted || current !== to) return;
        await sendOne(delivery, to);
      }
    }
  }

  async function sendOne(delivery: Delivery, to: WebhookTarget): Promise<void> {
    const event = store.find('event', delivery.event_id)?.object;
    if (!event) return;
    const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2);
    const sent = await post(to, body, { signal: stop.signal });
    if (stop.signal.aborted) return;

    const result = faults.losesAnswer() ? 'the answer was lost on purpose' : sent.result;
    if (sent.isAccepted && result === sent.result) {
      update.run('delivered', Date.now(), result, delivery.seq);
      return;
    }
    const wait = Math.min(firstRetryMs * 2 ** delivery.attempts, longestWaitMs);
    const isHopeless = delivery.attempts >= mostAttempts;
    update.run(isHopeless ? 'given up' : 'pending', Date.now() + wait, result, delivery.seq);
  }

  function wake(): void {
    if (!current || stop.signal.aborted || sending) return;
    clearTimeout(timer);
    const to = current;
    sending = sendAll(to)
      .catch(console.error)
      .finally(() => {
        sending = undefined;
        if (current === to) sleepUntilNext();
        else beginAgain();
      });
  }

  /** Only once nothing is on its way: an attempt that fails afterwards would put its event behind the later ones. */
  function beginAgain(): void {
    if (sending || stop.signal.aborted) return;
    hurry();
    wake();
  }

  function sleepUntilNext(): void {
    if (stop.signal.aborted) return;
    const at = nextAt.get()?.['at'];
    if (typeof at !== 'number') return;
    // A batch that waits for more members is due and not sent: look again when a new event wakes us.
    const isHeld = at <= Date.now() && faults.batchToReverse() > 0;
    if (!isHeld) timer = setTimeout(wake, Math.max(at - Date.now(), 0));
  }

  beginAgain();
  return {
    wake,
    url: () => current?.url,
    setTarget: (next: WebhookTarget | undefined) => {
      current = next;
      beginAgain();
    },
    list: () => store.db.prepare('select * from deliveries order by seq').all() as unknown as Delivery[],
    close: async () => {
      stop.abort();
      clearTimeout(timer);
      await sending;
    },
  };
}

/** Sends one signed body; a redirect is a failure, as it is to Stripe. */
export async function post(
  { url, secret }: WebhookTarget,
  body: string,
  { signal, timestamp = Math.floor(Date.now() / 1000) }: { signal?: AbortSignal; timestamp?: number } = {},
): Promise<{ isAccepted: boolean; status: number; result: string }> {
  const limit = AbortSignal.timeout(receiverMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'stripe-signature': sign(body, secret, timestamp),
      },
      body,
    });
    const text = await response.text();
    return {
      isAccepted: response.ok,
      status: response.status,
      result: `${response.status} ${text.slice(0, 200)}`.trim(),
    };
  } catch (error) {
    return { isAccepted: false, status: 0, result: String(error) };
  }
}
