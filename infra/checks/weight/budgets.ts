import { pagesOf, type Site, weightOf } from './weigh.ts';

/** `most` and `weighs` in kB of script, compressed by gzip. */
export type Weighed = { what: string; most: number; weighs: number };

const login = ['index.html'];
const pages = [...login, 'src/pages.tsx'];
const frame = [...pages, 'src/shell/signed-in.tsx', 'src/shell/shell.tsx'];

/** Open to everybody: the whole page is the first thing one sees. */
const isPublic = (source: string): boolean =>
  /^src\/(accounts|landing|logins)\//.test(source) || /\/(second-factor|invite)-page\.tsx$/.test(source);

/**
 * What a browser has to load before there is something to see: the sign-in, ready to use; a page that is open to
 * everybody; the frame of the person's role with its navigation. A page behind the sign-in comes into that frame.
 */
export const weighed = (site: Site): Weighed[] => [
  { what: 'the login', most: 120, weighs: weightOf(site, login) },
  { what: 'the frame of the pages', most: 260, weighs: weightOf(site, frame) },
  ...pagesOf(site).map((source) =>
    isPublic(source)
      ? { what: source, most: 260, weighs: weightOf(site, [...pages, source]) }
      : { what: `${source} with its frame`, most: 400, weighs: weightOf(site, [...frame, source]) },
  ),
];

export const tooHeavy = (site: Site): Weighed[] => weighed(site).filter(({ most, weighs }) => weighs > most);
