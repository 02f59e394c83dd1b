/** What a program does with stored documents: it writes their shape `version`, and understands all from `oldest` on. */
export type Schema = { version: number; oldest: number };

/** Of this program. A change of shape raises `version`; once no older document is left, `oldest` may follow. */
export const schema: Schema = { version: 1, oldest: 1 };

/**
 * `stored` is the version that every stored document has reached. Below `oldest` they would be misread, and above
 * `version` overwritten with a shape that newer programs no longer know.
 */
export const mayWrite = (program: Schema, stored: number): boolean =>
  program.oldest <= stored && stored <= program.version;
