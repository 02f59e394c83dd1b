import type { InvocationContext } from '@azure/functions';

/** Loads the file in which the function is. */
export type Load = () => Promise<unknown>;
type Handler<Given, Answer> = (given: Given, context: InvocationContext) => Promise<Answer>;

const handlers = new Map<string, Handler<never, unknown>>();

/** What the function of this name does: said by its file when that is loaded. */
export function handles<Given, Answer>(name: string, handler: Handler<Given, Answer>): void {
  handlers.set(name, handler);
}

/** A function whose file is loaded when it is first called: a start that loads all of them takes three times as long. */
export const whenCalled =
  <Given, Answer>(name: string, load: Load): Handler<Given, Answer> =>
  async (given, context) => {
    await load();
    const handler = handlers.get(name) as Handler<Given, Answer> | undefined;
    if (!handler) throw new Error(`The file that was loaded for ${name} does not say what it does.`);
    return handler(given, context);
  };
