import type { KeyboardEvent } from 'react';

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowUp: (at, count) => (at < 0 ? count - 1 : Math.max(0, at - 1)),
  ArrowDown: (at, count) => (at < 0 ? count - 1 : Math.min(count - 1, at + 1)),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Arrows, Home and End go from entry to entry while the log or one of them has the focus. */
export function onEntryKey(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const { target, currentTarget } = event;
  const isEntry = target instanceof HTMLElement && (target === currentTarget || target.dataset['seq'] !== undefined);
  if (!step || !isEntry) return;
  const entries = [...currentTarget.querySelectorAll<HTMLElement>('[data-seq]')];
  if (entries.length === 0) return;
  event.preventDefault();
  entries[step(entries.indexOf(target), entries.length)]?.focus();
}
