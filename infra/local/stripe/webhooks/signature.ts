import { createHmac } from 'node:crypto';

/** The value of `Stripe-Signature` for a body; `timestamp` is in unix seconds. */
export function sign(body: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`, 'utf8').digest('hex');
  return `t=${timestamp},v1=${signature}`;
}
