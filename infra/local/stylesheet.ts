import { readFileSync } from 'node:fs';

const common = readFileSync(new URL('./pages.css', import.meta.url), 'utf8');

/** What the pages of all stand-ins look like, and then what one of them adds. */
export const stylesheetWith = (own: URL): string => `${common}\n${readFileSync(own, 'utf8')}`;
