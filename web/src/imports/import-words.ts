import {
  type Icon,
  IconArrowBackUp,
  IconCheck,
  IconClock,
  IconColumns3,
  IconLoader2,
  IconFileCheck,
  IconX,
} from '@tabler/icons-react';
import type { ImportState } from '#domain/imports/import.ts';
import type { Tone } from '#web/platform/status.tsx';

/** An import's state as an icon and a word. */
export const importFace: Record<ImportState, { icon: Icon; tone: Tone; children: string }> = {
  mapping: { icon: IconColumns3, tone: 'waiting', children: 'Columns to choose' },
  checking: { icon: IconLoader2, tone: 'running', children: 'Being checked' },
  checked: { icon: IconFileCheck, tone: 'waiting', children: 'Ready to import' },
  waiting: { icon: IconClock, tone: 'waiting', children: 'Waiting' },
  running: { icon: IconLoader2, tone: 'running', children: 'Being imported' },
  done: { icon: IconCheck, tone: 'good', children: 'Imported' },
  failed: { icon: IconX, tone: 'bad', children: 'Stopped' },
  undoing: { icon: IconLoader2, tone: 'running', children: 'Being undone' },
  undone: { icon: IconArrowBackUp, tone: 'quiet', children: 'Undone' },
};

export const figure = (count: number): string => count.toLocaleString('en');

/** "1 row", "69,659 rows". */
export const counted = (count: number, noun: string): string => `${figure(count)} ${noun}${count === 1 ? '' : 's'}`;
