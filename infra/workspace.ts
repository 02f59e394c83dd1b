// Takes a backup of a whole business, makes it again of one, or takes it away: the running product does it.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Order } from '#functions/exports/order.ts';
import { giveOrder, localStorage } from './workspace/give-order.ts';

const usage = `npm run workspace -- export its-address [file.zip]   a backup, with the accounts of its people
npm run workspace -- import its-address file.zip     the business again, where it is not there
npm run workspace -- wipe its-address --yes          all of it, for good
  --storage name-of-the-storage-account              in Azure; without it, that of a running npm start`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    storage: { type: 'string', default: localStorage },
    yes: { type: 'boolean', default: false },
    quiet: { type: 'string', default: '30' },
  },
});
const [kind, slug, file = `${slug}-${new Date().toISOString().slice(0, 10)}.zip`] = positionals;
const { data: order } = Order.safeParse({
  kind,
  slug,
  orderId: crypto.randomUUID(),
  ...(kind === 'wipe' && { quietSeconds: Number(values.quiet) }),
});
if (!order) stop(usage);
if (order.kind === 'import' && !existsSync(file)) stop(`There is no file ${file}.`);
if (order.kind === 'export' && existsSync(file)) stop(`${file} is there already.`);
if (order.kind === 'wipe' && !values.yes) stop(`All of ${slug} would be gone for good. To do it, say so with --yes.`);

const { storage } = values;
const { state, words } = await giveOrder({ storage, order, file, onWord: (said) => console.log(said) });
if (state === 'refused') stop(words);
if (order.kind === 'export')
  console.log(`It is in ${file}. It holds personal data and hashes of passwords: keep it safe.`);

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
