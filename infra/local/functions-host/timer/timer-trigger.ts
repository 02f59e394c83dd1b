import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { commonOptions, parseOptions } from '../bindings.ts';
import { systemMetadata, type HostContext, type Listener, type Triggered } from '../listener.ts';
import { hostLog, messageOf } from '../log.ts';
import { withRetry } from '../retry.ts';
import { connectionString } from '../settings.ts';
import { blobStatus, noStatus, statusAtStart } from './schedule-status.ts';
import { parseSchedule, type Schedule } from './schedule.ts';

const TimerOptions = z.strictObject({
  ...commonOptions,
  schedule: z.string(),
  runOnStartup: z.boolean().default(false),
  useMonitor: z.boolean().default(true),
});

export async function timerTrigger(triggered: Triggered, { settings, invoker }: HostContext): Promise<Listener> {
  const { fn, bindingName } = triggered;
  const options = parseOptions(TimerOptions, triggered);
  const schedule = parseSchedule(options.schedule);
  const isMonitored = options.useMonitor && isAtMostOncePerMinute(schedule);
  const store = isMonitored ? await blobStatus(fn.name, connectionString('AzureWebJobsStorage', settings)) : noStatus;

  let { status, isPastDue } = statusAtStart(await store.read(), schedule, new Date());
  await store.write(status);
  const stopping = new AbortController();
  const { signal } = stopping;

  function run(isPastDue: boolean): Promise<void> {
    const input = { Schedule: { AdjustForDST: true }, ScheduleStatus: status, IsPastDue: isPastDue };
    return withRetry(fn.metadata.retryOptions, signal, (retryContext) =>
      invoker.invoke(fn, {
        inputData: [{ name: bindingName, data: { json: JSON.stringify(input) } }],
        triggerMetadata: systemMetadata(fn.name),
        ...(retryContext && { retryContext }),
      }),
    );
  }

  /** A run that failed for good is over too: the next one comes by the schedule. */
  async function runAndRecord(isPastDue: boolean) {
    const startedAt = new Date();
    await run(isPastDue).catch(() => {});
    const last = startedAt.toISOString();
    status = { Last: last, Next: schedule.next(startedAt).toISOString(), LastUpdated: last };
    await store.write(status).catch((error: unknown) => {
      hostLog('warning', `Cannot keep the schedule status: ${messageOf(error)}`, fn.name);
    });
  }

  async function runBySchedule() {
    if (isPastDue) await runAndRecord(true);
    else if (options.runOnStartup) await runAndRecord(false);
    while (await until(new Date(status.Next), signal)) await runAndRecord(false);
  }

  let loop = Promise.resolve();
  return {
    start() {
      loop = runBySchedule();
    },
    stop() {
      stopping.abort();
      return loop;
    },
    runNow: () => run(false),
  };
}

/** Azure keeps no status for a faster schedule: what was missed comes again at once. */
function isAtMostOncePerMinute(schedule: Schedule): boolean {
  const first = schedule.next(new Date());
  return schedule.next(first).getTime() - first.getTime() >= 60_000;
}

/** In steps: a long wait fires at once, and the clock may jump. False when it was stopped. */
async function until(moment: Date, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    if (signal.aborted) return false;
    const left = moment.getTime() - Date.now();
    if (left <= 0) return true;
    await wait(Math.min(left, 60_000), undefined, { signal }).catch(() => {});
  }
}
