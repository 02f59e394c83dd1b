import { queryOptions } from '@tanstack/react-query';
import { importRoutes } from '#domain/imports/routes.ts';
import { call } from '#web/platform/call.ts';

/** The browser may call a CSV what it likes, by the programs on the machine; the server wants its one name. */
export const startImport = (file: File) =>
  call(importRoutes.start, { file: new Blob([file], { type: 'text/csv' }), fileName: file.name });

export const oneImport = (importId: string) =>
  queryOptions({
    queryKey: ['imports', importId],
    queryFn: ({ signal }) => call(importRoutes.get, { params: { importId } }, signal),
    refetchInterval: ({ state: { data } }) => (data?.state === 'done' || data?.state === 'failed' ? false : 1000),
  });
