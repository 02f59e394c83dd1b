import { noSuch } from './api-error.ts';
import type { Context } from './context.ts';
import type { Kind, Kinds } from './store.ts';

/** The object, if it is this account's; else Stripe's 404. `param` is the name that Stripe gives the id there. */
export function find<K extends Kind>(context: Context, kind: K, id: string, param = 'id'): Kinds[K] {
  const found = context.store.find(kind, id, context.account);
  if (!found) throw noSuch(kind, id, param);
  return found.object;
}
