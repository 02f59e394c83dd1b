export type Document = { id: string; [name: string]: unknown };

/** How the documents of one container come to the version `to`. */
export type Migration = {
  /** Said once and for all: what is done is remembered by it. */
  id: string;
  to: number;
  container: string;
  /** The new document, or null where nothing is to be done: it may be given the same one again. */
  migrate: (document: Document) => Document | null;
};

/** All there ever were, in their order. */
export const migrations: readonly Migration[] = [];
