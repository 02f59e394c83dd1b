/**
 * Does something for a word at once, and for all that asks for it within the pause after that once more, at its end: a
 * flood costs one a pause, and its last is never lost.
 */
export function paced(pauseMs: number, act: (word: string) => void) {
  const pauses = new Map<string, { timer: ReturnType<typeof setTimeout>; isWanted: boolean }>();

  const ask = (word: string): void => {
    const pause = pauses.get(word);
    if (pause) {
      pause.isWanted = true;
      return;
    }
    act(word);
    pauses.set(word, { timer: setTimeout(end, pauseMs, word), isWanted: false });
  };

  const end = (word: string): void => {
    const isWanted = pauses.get(word)?.isWanted;
    pauses.delete(word);
    if (isWanted) ask(word);
  };

  const stop = (): void => {
    for (const { timer } of pauses.values()) clearTimeout(timer);
    pauses.clear();
  };
  return { ask, stop };
}
