import { useState } from 'react';
import { FileInRoom, type StoredFile } from '#domain/files/file.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { uploads as allUploads } from '#web/files/uploads.ts';
import { type Uploads, useUploads } from '#web/files/use-uploads.ts';
import { call } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import type { Draft } from './drafts.ts';
import type { Enclosed } from './outbox.ts';

type Change = (by: (draft: Draft) => Draft) => void;
/** A message carries as many. */
const mostFiles = 20;

/** The files of a message that is being written: those that are at the server, and those on their way. */
export function useEnclosing(roomId: string, { files }: Draft, changeDraft: Change) {
  const place = useUploads({ kind: 'room', id: roomId }, (file: StoredFile) =>
    changeDraft((draft) => ({ ...draft, files: [...draft.files, FileInRoom.parse(file)] })),
  );
  /** The room's facts upload to the same place: these were added here. */
  const [sources, setSources] = useState<ReadonlyMap<string, File>>(new Map());
  const tray: Uploads = { ...place, uploads: place.uploads.filter(({ id }) => sources.has(id)) };
  const chosen = [...sources.keys()];
  /** A small file arrives before a large one; the message shows them as they were chosen. */
  const asChosen = <F extends { id: string }>(list: readonly F[]): F[] =>
    list.toSorted((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id));

  return {
    files: asChosen(files),
    tray,
    count: files.length + tray.uploads.filter(({ state }) => state !== 'refused').length,
    isFull: files.length + tray.uploads.length >= mostFiles,
    add: (added: readonly File[]) => {
      const taken = added.slice(0, mostFiles - files.length - tray.uploads.length);
      place.add(taken);
      // The store shows what is added at once, at its end.
      const ids = taken.length > 0 ? allUploads.all().slice(-taken.length) : [];
      setSources((before) => new Map([...before, ...ids.map(({ id }, at) => [id, taken[at]!] as const)]));
    },
    remove: (id: string) => {
      changeDraft((draft) => ({ ...draft, files: draft.files.filter((file) => file.id !== id) }));
      void call(fileRoutes.remove, { params: { fileId: id } }).catch(toastProblem);
    },
    /** Hands all over to a message that goes out: it brings what is on its way to its end, also after a reload. */
    take: (): Enclosed[] => {
      const open = tray.uploads.filter(({ state }) => state !== 'refused');
      for (const { id } of open) place.cancel(id);
      const onTheirWay = open.map(({ id, name, bytes }): Enclosed => {
        const blob = sources.get(id) ?? null;
        return { id, name, type: blob?.type ?? '', bytes, picture: null, blob };
      });
      return asChosen([...files.map((file): Enclosed => ({ ...file, blob: null })), ...onTheirWay]);
    },
  };
}
export type Enclosing = ReturnType<typeof useEnclosing>;
