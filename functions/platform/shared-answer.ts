/**
 * Does the work once in `livesMs` at most: who asks meanwhile, or at once with others, gets the same answer. A failure is
 * not kept.
 */
export function sharedAnswer<Input, T>(livesMs: number, work: (input: Input) => Promise<T>) {
  let last: { at: number; answer: Promise<T> } | null = null;
  return (now: Date, input: Input): Promise<T> => {
    const at = now.getTime();
    if (last && at - last.at < livesMs) return last.answer;
    const mine = { at, answer: work(input) };
    last = mine;
    mine.answer.catch(() => {
      if (last === mine) last = null;
    });
    return mine.answer;
  };
}
