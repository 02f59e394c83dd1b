import { cleanFileName } from '#domain/files/file-name.ts';
import { fileRefusal } from '#domain/files/file-rules.ts';
import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { mayPass } from '#web/platform/queries.ts';
import { sendFile } from './send-file.ts';

/** `failed` may work later, `refused` never will. What is stored is no upload any more. */
export type Upload = {
  /** The id the file will have. */
  id: string;
  place: FilePlace;
  name: string;
  bytes: number;
  state: 'waiting' | 'sending' | 'failed' | 'refused';
  sentBytes: number;
  reason: string | null;
};

type Source = { file: File; onStored: (file: StoredFile) => void; cancel: AbortController };

const mostAtOnce = 3;

let list: readonly Upload[] = [];
const sources = new Map<string, Source>();
const listeners = new Set<() => void>();

/** All uploads of this page. They go on while one looks at something else. */
export const uploads = {
  all: (): readonly Upload[] => list,

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },

  /** What cannot be taken is said before a byte of it is sent. */
  add: (place: FilePlace, files: readonly File[], onStored: (file: StoredFile) => void): void => {
    const added = files.map((file): Upload => {
      const id = crypto.randomUUID();
      const reason = fileRefusal({ name: cleanFileName(file.name), bytes: file.size, type: '' });
      sources.set(id, { file, onStored, cancel: new AbortController() });
      const state = reason === null ? 'waiting' : 'refused';
      return { id, place, name: file.name, bytes: file.size, state, sentBytes: 0, reason };
    });
    show([...list, ...added]);
    sendNext();
  },

  /** Also takes away what was refused. */
  cancel: (id: string): void => {
    sources.get(id)?.cancel.abort();
    forget(id);
    sendNext();
  },

  retry: (id: string): void => {
    change(id, { state: 'waiting', reason: null, sentBytes: 0 });
    sendNext();
  },
};

function show(next: readonly Upload[]): void {
  list = next;
  for (const listener of listeners) listener();
}

const change = (id: string, part: Partial<Upload>): void =>
  show(list.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));

function forget(id: string): void {
  sources.delete(id);
  show(list.filter((upload) => upload.id !== id));
}

function sendNext(): void {
  const free = mostAtOnce - list.filter(({ state }) => state === 'sending').length;
  const next = list.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free));
  for (const upload of next) void send(upload);
}

async function send({ id, place }: Upload): Promise<void> {
  const { file, onStored, cancel } = sources.get(id)!;
  change(id, { state: 'sending' });
  try {
    const onProgress = (sentBytes: number) => change(id, { sentBytes });
    onStored(await sendFile(place, { fileId: id, file }, { onProgress, signal: cancel.signal }));
    forget(id);
  } catch (error) {
    if (cancel.signal.aborted) return;
    const { title, detail } = problemIn(error);
    change(id, { state: mayPass(error) ? 'failed' : 'refused', reason: detail ?? title });
  }
  sendNext();
}

/** Leaving the page ends what is still on its way. */
window.addEventListener('beforeunload', (event) => {
  if (list.some(({ state }) => state === 'waiting' || state === 'sending')) event.preventDefault();
});
