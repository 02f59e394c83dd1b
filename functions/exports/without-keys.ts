import type { StoredDocument } from './inventory.ts';

/** What lets somebody in, or reaches their browser, is in no copy that a business takes away. */
export function withoutKeys(document: StoredDocument): StoredDocument[] {
  if (document.kind === 'subscription') return [];
  if (document.kind !== 'invitation') return [document];
  const { tokenHash: _, passwordHash: __, ...invitation } = document;
  return [invitation];
}
