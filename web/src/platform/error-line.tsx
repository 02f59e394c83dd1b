import { IconAlertCircle } from '@tabler/icons-react';
import classes from './error-line.module.css';

/** A sentence under a field that says what is wrong with it. */
export function ErrorLine({ children }: { children: string }) {
  return (
    <p role="alert" className={classes.line}>
      <IconAlertCircle size={14} stroke={1.9} role="img" aria-label="Error" />
      {children}
    </p>
  );
}
