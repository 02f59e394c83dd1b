import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import Stripe from 'stripe';
import { check } from '#infra/checks/stripe/check.mjs';
import { close, listen } from '../../listen.ts';

export interface Receiver {
  url: string;
  secret: string;
  /** One after another: tests may look at their order. */
  inFlight: 1;
  /** Every event that came with a good signature, in the order it came. */
  events: Stripe.Event[];
  /** Bad signatures, and bodies that are not Stripe's. */
  problems: string[];
  /** What the next requests are answered; 200 when the list is empty. */
  answers: number[];
  /** Resolves when so many events have come in all. */
  count: (expected: number) => Promise<Stripe.Event[]>;
  close: () => Promise<void>;
}

/** A business' webhook, with the SDK's own check of the signature. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const events: Stripe.Event[] = [];
  const problems: string[] = [];
  const answers: number[] = [];
  const waiting = new Set<() => void>();

  const server = createServer(async (request, response) => {
    const body = await text(request);
    try {
      events.push(Stripe.webhooks.constructEvent(body, String(request.headers['stripe-signature']), receiver.secret));
      problems.push(...check(JSON.parse(body), 'auto', { enums: 'closed' }));
    } catch (error) {
      problems.push(String(error));
    }
    response.writeHead(answers.shift() ?? 200).end('thanks');
    for (const look of waiting) look();
  });
  const receiver: Receiver = {
    url: '',
    secret: 'whsec_test',
    inFlight: 1,
    events,
    problems,
    answers,
    count: (expected) =>
      new Promise((resolve) => {
        const look = () => {
          if (events.length < expected) return;
          waiting.delete(look);
          resolve(events);
        };
        waiting.add(look);
        look();
      }),
    close: () => close(server),
  };
  receiver.url = `http://127.0.0.1:${await listen(server, port)}/webhook`;
  return receiver;
}
