import * as z from 'zod';
import type { Clock } from './clock.ts';
import { AccountMoved, DisputeMoved, makeHappenings, RefundMade, RefundSettled } from './happenings.ts';
import type { Context } from './context.ts';
import { makeEvent } from './objects/event.ts';
import type { Faults } from './faults.ts';
import { post } from './webhooks/post.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

const count = z.int().min(0).exactOptional();

const WebhookFaults = z.strictObject({
  drop: count,
  duplicate: count,
  reorder: count,
  delay: count,
  delayMs: count,
  failNext: count,
});
const ApiFaults = z.strictObject({
  count: z.int().min(0),
  delayMs: count,
  cut: z.boolean().exactOptional(),
  status: count,
});
const ClockOffset = z.strictObject({ offsetSeconds: z.int() });
const Send = z.strictObject({
  type: z.string(),
  object: z.record(z.string(), z.unknown()),
  /** Fields that replace those of the event made, such as `id`. */
  event: z.record(z.string(), z.unknown()).optional(),
  account: z.string().optional(),
  url: z.string().optional(),
  secret: z.string().optional(),
  /** Unix seconds in the signature. */
  timestamp: z.int().optional(),
});
export type Send = z.infer<typeof Send>;

interface Parts {
  clock: Clock;
  faults: Faults;
  webhooks: Webhooks;
  contextOf: (account: string) => Context;
  doDueTasks: () => number;
}

export type Controls = ReturnType<typeof makeControls>;

/** What tests may do to the stand-in, in the same process or by `/_control`. */
export function makeControls({ clock, faults, webhooks, contextOf, doDueTasks }: Parts) {
  return {
    ...makeHappenings(contextOf, webhooks.wake),
    /** Moves the clock of business and does what has become due. */
    setClock: (offsetSeconds: number): void => {
      clock.setOffset(offsetSeconds);
      doDueTasks();
    },
    disturbWebhooks: faults.disturbWebhooks,
    disturbApi: faults.disturbApi,
    reset: (): void => {
      faults.reset();
      clock.setOffset(0);
    },
    deliveries: webhooks.list,
    /** Signs and sends an event that never happened; answers what the receiver said. */
    send: async (request: Send): Promise<{ status: number; result: string }> => {
      const known = webhooks.target();
      const url = request.url ?? known?.url;
      if (!url) throw new Error('No webhook is set: say the url.');
      const context = { clock, account: request.account ?? '', request: null };
      const event = { ...makeEvent(context, request.type, request.object), ...request.event };
      const { status, result } = await post(
        { url, secret: request.secret ?? known?.secret ?? '' },
        JSON.stringify(event, null, 2),
        request.timestamp === undefined ? {} : { timestamp: request.timestamp },
      );
      return { status, result };
    },
  };
}

/** The same over HTTP, as JSON. */
export async function answerControl(controls: Controls, method: string, path: string, body: string) {
  const read = <T extends z.ZodType>(schema: T): z.infer<T> => schema.parse(JSON.parse(body || '{}'));
  switch (`${method} ${path}`) {
    case 'GET /_control/deliveries':
      return { deliveries: controls.deliveries() };
    case 'POST /_control/refund':
      return controls.refund(read(RefundMade));
    case 'POST /_control/settle-refund':
      return controls.settleRefund(read(RefundSettled));
    case 'POST /_control/dispute':
      return controls.dispute(read(DisputeMoved));
    case 'POST /_control/account':
      return controls.account(read(AccountMoved));
    case 'POST /_control/webhooks':
      return controls.disturbWebhooks(read(WebhookFaults));
    case 'POST /_control/api':
      return controls.disturbApi(read(ApiFaults));
    case 'POST /_control/clock':
      return controls.setClock(read(ClockOffset).offsetSeconds);
    case 'POST /_control/reset':
      return controls.reset();
    case 'POST /_control/send':
      return controls.send(read(Send));
    default:
      throw new Error(`No control ${method} ${path}.`);
  }
}
