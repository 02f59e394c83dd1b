import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';

type Keys = {
  loaded: number;
  onSearch: () => void;
  onOpen: (index: number) => void;
  onToggle: ((index: number, isRange: boolean) => void) | undefined;
  onClear: (() => void) | undefined;
};

const texts = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
const layers = '[role=dialog], [role=menu], [role=listbox]';

/** Keys belong to a field while somebody types, and to what lies over the page while it is open. */
function isTaken({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  if (document.querySelector('[aria-modal=true]')) return true;
  return target instanceof Element && target.closest(`${texts}, ${layers}`) !== null;
}

/** j and k walk the rows, Enter opens, x picks, Esc lets go, / searches. Answers the row that was walked to. */
export function useRowKeys({ loaded, onSearch, onOpen, onToggle, onClear }: Keys): { index: number } | null {
  const [at, setAt] = useState<{ index: number } | null>(null);
  const index = at?.index ?? -1;
  const go = (to: number) => loaded > 0 && setAt({ index: Math.min(Math.max(to, 0), loaded - 1) });

  useWindowEvent('keydown', (event) => {
    if (isTaken(event)) return;
    const isInTable = event.target instanceof Element && event.target.closest('[data-index]') !== null;
    const acts: Record<string, (() => unknown) | false | undefined> = {
      j: () => go(index + 1),
      k: () => go(index - 1),
      ArrowDown: isInTable && (() => go(index + 1)),
      ArrowUp: isInTable && (() => go(index - 1)),
      Home: () => go(0),
      End: () => go(loaded - 1),
      // A link that has the focus opens by itself.
      Enter: event.target === document.body && index >= 0 && (() => onOpen(index)),
      x: onToggle && index >= 0 && (() => onToggle(index, false)),
      X: onToggle && index >= 0 && (() => onToggle(index, true)),
      Escape: onClear,
      '/': onSearch,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  return at && at.index < loaded ? at : null;
}
