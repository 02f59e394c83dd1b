import { Link } from '@tanstack/react-router';
import { isOverdue, type Task } from '#domain/tasks/task.ts';
import { statusFace } from '../task-words.ts';
import classes from './calendar.module.css';

/** One task on a day: its status as a sign, its title as the link. */
export function DueTask({ task, today }: { task: Task; today: string }) {
  const { icon: Sign, children: word } = statusFace[task.status];
  const late = isOverdue(task, today);
  return (
    <Link
      to="/tasks/$taskId"
      params={{ taskId: task.id }}
      className={classes.task}
      data-late={late || undefined}
      data-done={task.status === 'completed' || task.status === 'cancelled' || undefined}
      title={`${task.title} · ${task.customer.name} · ${word}${late ? ', overdue' : ''}`}
    >
      <Sign size={12} stroke={1.9} role="img" aria-label={late ? `${word}, overdue` : word} />
      <span className="cut">{task.title}</span>
    </Link>
  );
}
