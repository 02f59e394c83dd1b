import { Bell } from '#web/notifications/bell.tsx';
import { UserMenu } from './user-menu.tsx';
import classes from './top-line.module.css';

/** At the right of every top line: what is new, and who is signed in. */
export const TopEnd = () => (
  <>
    <span className={classes.grow} />
    <span className={classes.bell}>
      <Bell />
    </span>
    <UserMenu />
  </>
);
