import { readSettings } from './settings.ts';

/** All settings, parsed once at start. No other file reads the environment. */
export const config = readSettings(process.env);
