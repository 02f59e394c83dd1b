import { useWindowEvent } from '@mantine/hooks';

type Keys = {
  at: At | null;
  stand: (at: At) => void;
  loaded: number;
  onSearch: () => void;
  onOpen: (index: number) => void;
  onToggle: ((index: number, isRange: boolean) => void) | undefined;
  onClear: (() => void) | undefined;
  /** Walks with the arrows from wherever the focus is, while a row lies open beside the list. */
  onWalk: ((step: 1 | -1) => void) | undefined;
  /** Letters of the page's own; false when there is nothing they could be about. */
  onLetter: (key: string, index: number) => (() => void) | false;
};

/** Where the keyboard stands; quietly: the row comes in sight and the focus stays where it is. */
export type At = { index: number; isQuiet?: boolean };

const texts = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
const layers = '[role=dialog]:not([data-peek]), [role=menu], [role=listbox]';

/** Keys belong to a field while somebody types, and to what lies over the page while it is open. */
export function isTaken({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  if (document.querySelector('[aria-modal=true]:not([data-peek])')) return true;
  return target instanceof Element && target.closest(`${texts}, ${layers}`) !== null;
}

/** j and k walk the rows, Enter opens, x picks, Esc lets go, / searches. */
export function useRowKeys({ at, stand, loaded, onSearch, onOpen, onToggle, onClear, onWalk, onLetter }: Keys): void {
  const index = at?.index ?? -1;
  const go = (to: number) => loaded > 0 && stand({ index: Math.min(Math.max(to, 0), loaded - 1) });
  const step = (by: 1 | -1) => (onWalk ? onWalk(by) : go(index + by));

  useWindowEvent('keydown', (event) => {
    if (isTaken(event)) return;
    const isInTable = event.target instanceof Element && event.target.closest('[data-index]') !== null;
    const acts: Record<string, (() => unknown) | false | undefined> = {
      j: () => step(1),
      k: () => step(-1),
      ArrowDown: (isInTable || onWalk) && (() => step(1)),
      ArrowUp: (isInTable || onWalk) && (() => step(-1)),
      Home: () => go(0),
      End: () => go(loaded - 1),
      // A link that has the focus opens by itself.
      Enter: event.target === document.body && index >= 0 && (() => onOpen(index)),
      x: onToggle && index >= 0 && (() => onToggle(index, false)),
      X: onToggle && index >= 0 && (() => onToggle(index, true)),
      Escape: onClear,
      '/': onSearch,
    };
    const act = acts[event.key] ?? onLetter(event.key, index);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
