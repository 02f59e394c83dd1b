import * as z from 'zod';
import { Slug } from '#domain/accounts/account.ts';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

/** Of the archive itself; what stands in the documents has the schema version. */
export const archiveFormat = 1;

/** One file of the archive as it was written: what came otherwise is not taken in. */
export const ArchivedFile = z.object({
  name: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of a blob: what the storage says of it beside its bytes. */
  type: z.string().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
});
export type ArchivedFile = z.infer<typeof ArchivedFile>;

/** The last file of an archive, and the first that is read. */
export const Manifest = z.object({
  format: z.int(),
  /** copy: a business's own, without what would let anybody in. backup: an operator's, of which a business can be made again. */
  kind: z.enum(['copy', 'backup']),
  schemaVersion: z.int(),
  workspace: z.object({ id: Id, slug: Slug, name: z.string() }),
  exportedAt: Moment,
  files: z.array(ArchivedFile),
});
export type Manifest = z.infer<typeof Manifest>;

export const manifestName = 'manifest.json';
export const documentsOf = (part: string): string => `documents/${part}.ndjson`;
export const blobOf = (container: string, name: string): string => `blobs/${container}/${name}`;

/** What a file of an archive holds; null when it is nothing that we write. */
export function contentOf(
  fileName: string,
): { kind: 'documents'; part: string } | { kind: 'blob'; container: string; name: string } | null {
  const part = /^documents\/([A-Za-z]+)\.ndjson$/.exec(fileName)?.[1];
  if (part) return { kind: 'documents', part };
  const [, container, name] = /^blobs\/([a-z]+)\/(.+)$/.exec(fileName) ?? [];
  return container && name ? { kind: 'blob', container, name } : null;
}
