import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type Props = {
  /** The row's own page; a row without one is the list with the row open beside it. */
  to: string | undefined;
  id: string;
  className: string | undefined;
  /** Opens the row beside the list. */
  onPeek: ((id: string) => void) | undefined;
  /** The word in the address for the row that lies open. */
  peekWord: string | undefined;
  children: ReactNode;
};

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** The link of a whole row: a click opens it beside the list, Ctrl+click in a new tab, a double click as a page. */
export function RowLink({ to, id, className, onPeek, peekWord = 'peek', children }: Props) {
  const navigate = useNavigate();
  const peeking = onPeek && {
    onClick: (event: MouseEvent) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      onPeek(id);
    },
    ...(to !== undefined && { onDoubleClick: () => void navigate({ to }) }),
  };
  const place = to === undefined ? { to: '.', search: (before: object) => ({ ...before, [peekWord]: id }) } : { to };
  return (
    <Link {...place} className={className} data-row-link {...peeking}>
      {children}
    </Link>
  );
}
