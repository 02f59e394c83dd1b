import { Button } from '@mantine/core';
import classes from './bubble.module.css';

/** Asked in the message's own place: what is deleted does not come back. */
export function DeleteQuestion({ onYes, onNo }: { onYes: () => void; onNo: () => void }) {
  return (
    // Escape keeps it, wherever in the question the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="alertdialog"
      aria-label="Delete this message?"
      className={classes.question}
      onKeyDown={(event) => event.key === 'Escape' && onNo()}
    >
      Delete this message for everybody?
      <Button size="xs" autoFocus onClick={onYes}>
        Delete
      </Button>
      <Button size="xs" variant="subtle" onClick={onNo}>
        Keep
      </Button>
    </div>
  );
}
