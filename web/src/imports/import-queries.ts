import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Import, isAtWork } from '#domain/imports/import.ts';
import type { Mapping } from '#domain/imports/mapping.ts';
import { importRoutes, xlsxType } from '#domain/imports/routes.ts';
import { call } from '#web/platform/call.ts';

/** The browser may call a file what it likes, by the programs on the machine; the server wants one of two names. */
export function startImport(file: File): Promise<Import> {
  const type = /\.xlsx$/i.test(file.name) ? xlsxType : 'text/csv';
  return call(importRoutes.start, { file: new Blob([file], { type }), fileName: file.name });
}

export const oneImport = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => call(importRoutes.get, { params: { importId } }, signal),
    // Besides the live events, which may be missed.
    refetchInterval: ({ state: { data } }) => (data && !isAtWork(data) ? false : 1000),
  });

export const pastImports = queryOptions({
  queryKey: ['imports', 'past'],
  queryFn: ({ signal }) => call(importRoutes.list, { query: { limit: 100 } }, signal),
});

/** One step of an import: what it answers is shown at once. */
function useStep<Input>(importId: string, send: (input: Input) => Promise<Import>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (next) => {
      queries.setQueryData(oneImport(importId).queryKey, next);
      return queries.invalidateQueries({ queryKey: pastImports.queryKey });
    },
  });
}

export const useMapImport = (importId: string) =>
  useStep(importId, (mapping: Mapping) => call(importRoutes.map, { params: { importId }, body: mapping }));

export const useRunImport = (importId: string) =>
  useStep(importId, () => call(importRoutes.run, { params: { importId } }));

export const useUndoImport = (importId: string) =>
  useStep(importId, () => call(importRoutes.undo, { params: { importId } }));

export const errorFileOf = (importId: string): string =>
  `/api/${importRoutes.errors.path.replace('{importId}', importId)}`;
