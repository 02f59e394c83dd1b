import { useLiveState } from '#web/platform/live.tsx';
import classes from './connection-strip.module.css';

/** Says that news may be late; nothing is blocked. */
export function ConnectionStrip() {
  const state = useLiveState();
  return (
    <div role="status" aria-label="Connection">
      {state === 'reconnecting' && <div className={classes.strip}>Reconnecting…</div>}
    </div>
  );
}
