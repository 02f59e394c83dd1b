import { type Icon, IconCheck, IconClock, IconFileOff, IconLoader2, IconX } from '@tabler/icons-react';
import { type Export, isThere } from '#domain/exports/export.ts';
import { fileSize } from '#web/files/file-size.ts';
import type { Tone } from '#web/platform/status.tsx';

type Face = { icon: Icon; tone: Tone; children: string };

const faces: Record<Export['state'], Face> = {
  waiting: { icon: IconClock, tone: 'waiting', children: 'Waiting' },
  running: { icon: IconLoader2, tone: 'running', children: 'Being copied' },
  done: { icon: IconCheck, tone: 'good', children: 'Ready' },
  failed: { icon: IconX, tone: 'bad', children: 'Stopped' },
};
const removed: Face = { icon: IconFileOff, tone: 'quiet', children: 'Removed' };

export const faceOf = (one: Export, now: Date): Face =>
  one.state === 'done' && !isThere(one, now) ? removed : faces[one.state];

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** "12,340 documents, 210 files", and how large it became. */
export function contentOf({ state, documents, files, bytes }: Export): string {
  if (state === 'waiting') return 'Begins in a moment';
  if (state === 'failed') return 'Nothing was kept. Please export again.';
  const copied = `${counted(documents, 'document')}, ${counted(files, 'file')}`;
  return state === 'done' ? `${copied}, ${fileSize(bytes)}` : copied;
}
