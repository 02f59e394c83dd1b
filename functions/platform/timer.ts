import { app } from '@azure/functions';
import { handles, type Load, whenCalled } from './called.ts';
import { workInOneLine } from './log.ts';

type Timer = {
  /** NCRONTAB in UTC: second, minute, hour, day, month, day of the week. */
  schedule: string;
  load: Load;
};

export function addTimer(name: string, { schedule, load }: Timer): void {
  app.timer(name, { schedule, handler: whenCalled<unknown, void>(name, load) });
}

/** What is done when its time has come. */
export const onSchedule = (name: string, handler: (now: Date) => Promise<void>): void =>
  handles<unknown, void>(name, (_timer, context) =>
    workInOneLine({ name, trigger: 'timer' }, context, () => handler(new Date())),
  );
