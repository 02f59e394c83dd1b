import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from '#domain/kernel/problem.ts';

const pauseMs = 50;
const patienceMs = 90_000;

/** As a good client does: what was not answered is asked again, word for word. A refusal is thrown. */
export async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || Date.now() > until) throw error;
      await wait(pauseMs);
    }
  }
}

/** `fetch` says by a TypeError that nobody answered, or not to the end. */
const isPassing = (error: unknown): boolean =>
  error instanceof ProblemError ? !(error.problem.status < 500) : error instanceof TypeError;
