import { sign } from './signature.ts';

export interface WebhookTarget {
  url: string;
  secret: string;
  /** How many events may be on their way at once; with 1 they come in order. Many when left out, as from Stripe. */
  inFlight?: number;
}

const receiverMs = 10_000;

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
