import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { type Face, photoSizes } from '#domain/photos/photo.ts';
import { mostFaces, photoRoutes } from '#domain/photos/routes.ts';
import { batched } from './batched.ts';
import { call, linkTo } from './call.ts';
import { useLive } from './live.tsx';

type FindFace = (id: string, signal?: AbortSignal) => Promise<Face | null>;
const FindFaceContext = createContext<FindFace | null>(null);

/** Pictures of people for all that stands below it; where it is missing, faces are initials. */
export function PhotosProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [find] = useState(() =>
    batched(async (ids) => {
      const { items } = await call(photoRoutes.faces, { query: { ids } });
      return new Map(items.map((face) => [face.id, face]));
    }, mostFaces),
  );
  useLive((event) => {
    if (event.kind === 'member.changed') void askAgain(queries, event.memberId);
  });
  return <FindFaceContext value={find}>{children}</FindFaceContext>;
}

/** Under the member's own id, and under that of the customer record. */
export const askAgain = (queries: QueryClient, memberId: string): Promise<void> =>
  queries.invalidateQueries({
    predicate: ({ queryKey: [first, id], state }) =>
      first === 'photos' && (id === memberId || (state.data as Face | null | undefined)?.memberId === memberId),
  });

/** The address of somebody's picture for a place of so many pixels, also on a dense screen; null when there is none. */
export function usePhoto(id: string | undefined, pixels: number): string | null {
  const find = useContext(FindFaceContext);
  const { data } = useQuery({
    queryKey: ['photos', id],
    queryFn: find && id ? ({ signal }) => find(id, signal) : skipToken,
    // The socket says when it changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data?.photo) return null;
  const size = photoSizes.find((one) => one >= pixels * 2) ?? photoSizes.at(-1)!;
  return linkTo(photoRoutes.get, { params: { photo: data.photo, size: `${size}` } });
}
