import type { Faults } from '../faults.ts';
import { localEndpoint } from '../schema.ts';
import type { Store } from '../store.ts';
import { type Courier, startCourier } from './courier.ts';
import { allDeliveries } from './deliveries.ts';
import { hideLocalEndpoint, listTargets, showLocalEndpoint } from './endpoints.ts';
import type { WebhookTarget } from './post.ts';

// Only the webhook that the starter set is disturbed; endpoints made by the API get every event once.
const noFaults = { losesAnswer: () => false, batchToReverse: () => 0, batchReversed: () => {} };

export type Webhooks = ReturnType<typeof startWebhooks>;

/** One courier for each endpoint: the one that is set, and those made by the API. */
export function startWebhooks({
  store,
  faults,
  target,
}: {
  store: Store;
  faults: Faults;
  target: WebhookTarget | undefined;
}) {
  const local = startCourier({ store, endpoint: localEndpoint, target, faults });
  const made = new Map<string, Courier>();
  const show = (shown: WebhookTarget | undefined) =>
    shown ? showLocalEndpoint(store, shown.url) : hideLocalEndpoint(store);
  show(target);

  /** The API makes, changes and deletes endpoints; their couriers follow. */
  function keepUp(): void {
    const targets = listTargets(store);
    for (const [id, courier] of made) {
      if (targets.has(id)) continue;
      made.delete(id);
      courier.close().catch(console.error);
    }
    for (const [id, target] of targets) {
      const courier = made.get(id);
      if (!courier) made.set(id, startCourier({ store, endpoint: id, target, faults: noFaults }));
      else if (courier.target()?.url !== target.url) courier.setTarget(target);
    }
  }
  keepUp();

  return {
    wake: (): void => {
      keepUp();
      for (const courier of [local, ...made.values()]) courier.wake();
    },
    target: local.target,
    setTarget: (next: WebhookTarget | undefined): void => {
      show(next);
      local.setTarget(next);
    },
    list: () => allDeliveries(store),
    close: async (): Promise<void> => {
      await Promise.all([local, ...made.values()].map((courier) => courier.close()));
    },
  };
}
