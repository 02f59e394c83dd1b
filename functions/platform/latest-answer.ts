/**
 * Keeps each one's last answer in memory for as long as what it was made of stands: of `most` of them, those who asked
 * last. Who asks at once with others shares the work; a failure is not kept.
 */
export function latestAnswer<T>(most: number) {
  const kept = new Map<string, { of: string; answer: Promise<T> }>();
  return (whose: string, of: string, make: () => Promise<T>): Promise<T> => {
    const last = kept.get(whose);
    const entry = last?.of === of ? last : { of, answer: make() };
    kept.delete(whose);
    kept.set(whose, entry);
    if (kept.size > most) kept.delete(kept.keys().next().value!);
    if (entry === last) return entry.answer;
    return entry.answer.catch((error: unknown) => {
      if (kept.get(whose) === entry) kept.delete(whose);
      throw error;
    });
  };
}
