import type { Container } from '@azure/cosmos';
import type { Document, Migration } from '#domain/schema/migrations.ts';
import { isStatus } from '#functions/platform/status.ts';
import type { Stored } from './pages-of.ts';

/** Which fields say where a document lies, as paths such as `/workspaceId`. */
export const partitionPathsOf = async (container: Container): Promise<string[]> =>
  (await container.read()).resource?.partitionKey?.paths ?? [];

/**
 * Writes the new document over the one that was read, and over no other: whoever was faster is met again further down the
 * feed. False when there was nothing to do.
 */
export async function migrateDocument(
  { container, paths, now }: { container: Container; paths: string[]; now: Date },
  { migrate }: Migration,
  stored: Stored,
): Promise<boolean> {
  const changed = migrate(bare(stored));
  if (!changed) return false;
  const item = container.item(
    stored.id,
    paths.map((path) => fieldAt(stored, path)),
  );
  const options = { accessCondition: { type: 'IfMatch', condition: stored._etag } };
  try {
    await item.replace({ ...changed, ...ttlLeft(stored, changed, now) }, options);
    return true;
  } catch (error) {
    if (isStatus(error, 412) || isStatus(error, 404)) return false;
    throw error;
  }
}

/** Without what the database itself writes beside the fields. */
function bare(stored: Stored): Document {
  const { _etag, _ts, _rid, _self, _attachments, _lsn, ...document } = stored;
  return document;
}

/** The time to live counts from the last write, and this write is none of its owner's. */
function ttlLeft({ _ts, ttl }: Stored, changed: Document, now: Date): { ttl?: number } {
  if (ttl === undefined || ttl < 0 || changed['ttl'] !== ttl) return {};
  const age = Math.max(0, Math.floor(now.getTime() / 1000) - _ts);
  return { ttl: Math.max(1, ttl - age) };
}

function fieldAt(stored: Stored, path: string): string {
  const names = path.split('/').slice(1);
  return names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], stored) as string;
}
