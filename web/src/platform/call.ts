import { ProblemError } from '#domain/kernel/problem-error.ts';
import type { ResultOf, Route, SentTo } from '#domain/kernel/route.ts';
import { addressOf, send, type Sent } from './send.ts';

type Args<R extends Route> =
  Record<string, never> extends SentTo<R>
    ? [sent?: SentTo<R> | undefined, signal?: AbortSignal]
    : [sent: SentTo<R>, signal?: AbortSignal];

/** Asks who sits there to confirm that it is them; false when they would rather not. */
type Confirm = () => Promise<boolean>;
let confirm: Confirm | null = null;

/** The one dialog of the app that confirms. Answers what takes it away again. */
export function confirmWith(ask: Confirm): () => void {
  confirm = ask;
  return () => {
    confirm = null;
  };
}

/**
 * Calls one route of the contract; every way to fail is a `ProblemError`. What is open only to somebody who has just
 * proved who they are is asked for again once that is done.
 */
export async function call<const R extends Route>(route: R, ...args: Args<R>): Promise<ResultOf<R>> {
  const [sent, signal] = args;
  try {
    const response = await send(route, sent ?? {}, signal);
    if (!route.result) return undefined as ResultOf<R>;
    return route.result.parse(await response.json()) as ResultOf<R>;
  } catch (error) {
    const isUnproved = error instanceof ProblemError && error.problem.type === '/problems/step-up-needed';
    if (isUnproved && (await confirm?.())) return call(route, ...args);
    throw error;
  }
}

/** The address of a produced file, for a link. */
export const linkTo = <const R extends Route>(route: R, sent: SentTo<R>): string => addressOf(route, sent as Sent);
