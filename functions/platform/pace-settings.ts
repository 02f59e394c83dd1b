import * as z from 'zod';

const perMinute = (most: number) => z.coerce.number().int().positive().default(most).describe(String(most));

/** Requests in a minute, far above what people do by hand. The first counts a network: an office may sit behind one. */
export const PaceSettings = z.object({
  PACE_PUBLIC: perMinute(600),
  PACE_READ: perMinute(1200),
  PACE_WRITE: perMinute(600),
  PACE_HEAVY: perMinute(120),
});

export const paceIn = (settings: z.infer<typeof PaceSettings>) => ({
  public: settings.PACE_PUBLIC,
  read: settings.PACE_READ,
  write: settings.PACE_WRITE,
  heavy: settings.PACE_HEAVY,
});
