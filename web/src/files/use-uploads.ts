import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import { showStored } from './file-queries.ts';
import { type Upload, uploads } from './uploads.ts';

export type Uploads = {
  /** Those of the place that are not stored yet. */
  uploads: readonly Upload[];
  add: (files: readonly File[]) => void;
  cancel: (id: string) => void;
  retry: (id: string) => void;
};

/** Sends files to a place, three at a time. `onStored` hears each that has arrived, also after the component is gone. */
export function useUploads({ kind, id }: FilePlace, onStored?: (file: StoredFile) => void): Uploads {
  const queries = useQueryClient();
  const all = useSyncExternalStore(uploads.subscribe, uploads.all);
  const here = useMemo(() => all.filter(({ place }) => place.kind === kind && place.id === id), [all, kind, id]);
  const stored = (file: StoredFile) => {
    showStored(queries, file);
    onStored?.(file);
  };
  return {
    uploads: here,
    add: (files) => uploads.add({ kind, id }, files, stored),
    cancel: uploads.cancel,
    retry: uploads.retry,
  };
}
