import { Greeting } from './greeting.tsx';
import { OpenTasksCard } from './open-tasks-card.tsx';
import classes from './home.module.css';

export function EmployeeHome() {
  return (
    <>
      <Greeting />
      <div className={classes.single}>
        <OpenTasksCard title="My tasks" />
      </div>
    </>
  );
}
