const minuteMs = 60_000;

/**
 * One bucket for each subject: it holds a minute's worth and fills evenly. At most so many subjects are remembered; the
 * one that asked longest ago, whose bucket is the fullest, is forgotten first.
 */
export function bucketsOf(perMinute: number, mostSubjects = 20_000) {
  const eachMs = minuteMs / perMinute;
  const fullAt = new Map<string, number>();

  return {
    /** Takes one out and answers 0, or the milliseconds until there is one. `now` in milliseconds. */
    take: (subject: string, now: number): number => {
      // A clock that was set back must not shut anybody out for longer than it takes to fill.
      const full = Math.min(Math.max(fullAt.get(subject) ?? now, now), now + minuteMs);
      const waitMs = full + eachMs - (now + minuteMs);
      // Less than a millisecond is what adding up fractions leaves.
      if (waitMs >= 1) return waitMs;
      fullAt.delete(subject);
      fullAt.set(subject, full + eachMs);
      if (fullAt.size > mostSubjects) fullAt.delete(fullAt.keys().next().value!);
      return 0;
    },
  };
}
