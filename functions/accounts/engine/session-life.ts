import { config } from '#functions/platform/config.ts';

/** A day longer than a session can be of use, from its last write. */
export const sessionSecondsToLive = Math.ceil((config.session.days + 1) * 24 * 3600);
