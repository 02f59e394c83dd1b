import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

type Props = {
  to: string;
  id: string;
  className: string | undefined;
  /** Opens the row beside the list. */
  onPeek: ((id: string) => void) | undefined;
  children: ReactNode;
};

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** The link of a whole row: a click opens it beside the list, Ctrl+click in a new tab, a double click as a page. */
export function RowLink({ to, id, className, onPeek, children }: Props) {
  const navigate = useNavigate();
  const peeking = onPeek && {
    onClick: (event: MouseEvent) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      onPeek(id);
    },
    onDoubleClick: () => void navigate({ to }),
  };
  return (
    <Link to={to} className={className} data-row-link {...peeking}>
      {children}
    </Link>
  );
}
