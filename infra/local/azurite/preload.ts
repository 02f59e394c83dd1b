import { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';

/** The part of LokiJS, azurite's store, that is used here. */
interface Loki {
  getCollection: (...name: unknown[]) => unknown;
  autosaveDirty: () => boolean;
  throttledSavePending: boolean;
  saveDatabase: (done: (error?: Error) => void) => void;
}

// Loaded into azurite's process before azurite itself; its path is the first argument.
const Loki = createRequire(process.argv[1] ?? '')('lokijs') as { prototype: Loki };

// It writes its state and goes when its input ends: at `close`, and when the parent dies without a word.
process.stdin.resume().on('end', () => process.emit('SIGTERM'));
(process.stdin as { unref?: () => void }).unref?.();

/*
 * azurite answers first and saves what it knows of blobs and messages within five seconds. Azure has what it answered, so
 * here too an answer waits until everything is in the file.
 */
const databases = new Set<Loki>();
const { getCollection } = Loki.prototype;
Loki.prototype.getCollection = function rememberAndGet(this: Loki, ...name) {
  databases.add(this);
  return getCollection.apply(this, name);
};

const isKept = (database: Loki) => !database.autosaveDirty() && !database.throttledSavePending;
const keep = (database: Loki) =>
  new Promise<void>((resolve, reject) => {
    database.saveDatabase((error) => (error ? reject(error) : resolve()));
  });

const answers = ServerResponse.prototype as { end: (...last: unknown[]) => ServerResponse };
const { end } = answers;
answers.end = function endWhenKept(this: ServerResponse, ...last: unknown[]) {
  const changed = [...databases].filter((database) => !isKept(database));
  if (changed.length === 0) return end.apply(this, last);
  Promise.all(changed.map(keep)).then(
    () => end.apply(this, last),
    () => this.destroy(),
  );
  return this;
};
