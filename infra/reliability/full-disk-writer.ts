import { stores } from './kept-stores.ts';

/**
 * Writes to one store until it is refused, as a process whose files may not grow beyond a limit:
 * `node full-disk-writer.ts <store> <folder>`. Prints how many writes were acknowledged, what the refusal said, and how
 * many there are to read after it.
 */
const [, , name, dir = ''] = process.argv;
const found = stores.find((store) => store.name === name);
if (!found) throw new Error(`There is no store ${name}.`);

const store = found.open(dir);
let acknowledged = 0;
let refusal = '';
while (refusal === '' && acknowledged < 10_000) {
  try {
    store.write(acknowledged);
    acknowledged += 1;
  } catch (error) {
    refusal = String(error);
  }
}
console.log(JSON.stringify({ acknowledged, refusal, readable: store.count() }));
// Like a kill: nothing is copied from the log into the file.
process.exit(0);
