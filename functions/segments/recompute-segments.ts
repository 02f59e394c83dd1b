import * as z from 'zod';
import { FedPayment } from './measure-customers.ts';
import { remeasure, type Remeasuring } from './remeasure.ts';

/** Whatever the feed brings: nothing is believed before it is parsed. */
export type Fed = { id?: unknown; workspaceId?: unknown; kind?: unknown };

/** Brings measures and cuts up to date after payments changed. What can never be processed is set aside. */
export async function recomputeSegments(work: Remeasuring, documents: readonly Fed[]): Promise<void> {
  const parsed = documents.map((document) => ({ document, ...FedPayment.safeParse(document) }));
  for (const { document, error } of parsed) {
    if (error) await setAside(work, document, z.prettifyError(error));
  }
  const fed = parsed.flatMap(({ data }) => data ?? []);
  if (fed.length === 0) return;

  const known = await remeasure(
    work,
    fed.map(({ customer }) => customer.id),
    fed,
  );
  // An undone import takes its customers away, maybe before its payments are fed.
  const orphans = fed.filter(({ customer, status }) => !known.has(customer.id) && status !== 'withdrawn');
  for (const orphan of orphans) await setAside(work, orphan, 'Its customer does not exist');
}

const setAside = ({ segments, now }: Remeasuring, { id }: Fed, reason: string): Promise<void> =>
  segments.setAside({ documentId: String(id), reason, at: now() });
