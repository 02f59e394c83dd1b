import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';
import { toastProblem, toastUndo } from '#web/platform/toast.tsx';

type Files = { items: StoredFile[] };

const soonMs = 5000;

const keyOf = ({ kind, id }: FilePlace) => ['files', kind, id];

/** Asked again while one is being checked for viruses. */
export const filesOf = (place: FilePlace) =>
  queryOptions({
    queryKey: keyOf(place),
    queryFn: ({ signal }): Promise<Files> =>
      place.kind === 'room'
        ? call(fileRoutes.ofRoom, { params: { roomId: place.id } }, signal)
        : call(fileRoutes.ofCustomer, { params: { customerId: place.id } }, signal),
    refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => state === 'checking') ? soonMs : false),
  });

/** Not below `files`: what happens to the files of a room must not load an open PDF again. */
export const linkOf = (fileId: string) =>
  queryOptions({
    queryKey: ['file-links', fileId],
    queryFn: ({ signal }) => call(fileRoutes.link, { params: { fileId } }, signal),
    staleTime: 9 * 60_000,
    gcTime: 9 * 60_000,
    refetchOnWindowFocus: false,
  });

export const thumbnailOf = (fileId: string): string => linkTo(fileRoutes.thumbnail, { params: { fileId } });

/** Shows a stored file in its list, without asking for the list again: there may be hundreds. */
export function showStored(queries: QueryClient, file: StoredFile): void {
  queries.setQueryData<Files>(keyOf(file.place), (files) => {
    if (!files || files.items.some(({ id }) => id === file.id)) return files;
    return { items: [file, ...files.items] };
  });
}

/** Away at once; for ten seconds it can be taken back. */
export function useRemoveFile() {
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ['files'] });
  const restore = useMutation({
    mutationFn: (fileId: string) => call(fileRoutes.restore, { params: { fileId } }),
    onError: toastProblem,
    onSettled: again,
  });
  const remove = useMutation({
    mutationFn: ({ id: fileId }: StoredFile) => call(fileRoutes.remove, { params: { fileId } }),
    onSuccess: (_, { id, place, name }) => {
      queries.setQueryData<Files>(
        keyOf(place),
        (files) => files && { items: files.items.filter((one) => one.id !== id) },
      );
      toastUndo(`${name} deleted`, () => restore.mutate(id));
    },
    onError: toastProblem,
    onSettled: again,
  });
  return { remove: remove.mutate, isRemoving: remove.isPending };
}
