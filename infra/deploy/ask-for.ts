import type * as z from 'zod';
import type { Ask } from './ask.ts';

type Asking = { ask: Ask; say: (line: string) => void };
type Question = { question: string; suggestion?: string; isHidden?: boolean };

/** Asks until the answer is one that the schema takes, and says what was wrong with the others. */
export async function askFor<S extends z.ZodType>({ ask, say }: Asking, schema: S, asked: Question) {
  const { question, suggestion, isHidden } = asked;
  for (;;) {
    const text = isHidden ? await ask.hidden(question) : await ask.open(question, suggestion);
    const { data, error } = schema.safeParse(text);
    if (!error) return data;
    say(error.issues[0]!.message);
  }
}
