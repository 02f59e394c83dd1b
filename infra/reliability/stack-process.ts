import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../local/ports.ts';
import { startStack } from '../local/stack.ts';

/** The whole local product as a program of its own: `node stack-process.ts <folder> <ports as JSON>`. Tests kill it. */
const [, , dir, ports] = process.argv;
if (dir === undefined || ports === undefined) throw new Error('Say the folder and the ports.');

// A parent that died without a word must leave nothing behind, also while this is starting: the others end with it.
let stop = async (): Promise<void> => undefined;
process.once('disconnect', () => void stop().then(() => process.exit(0)));

const log = createWriteStream(join(dir, 'functions.log'), { flags: 'a' });
const stack = await startStack({
  dir,
  ports: JSON.parse(ports) as Ports,
  log: (line) => log.write(`${line}\n`),
});
stop = () => stack.close();
process.send?.({
  origin: stack.origin,
  api: stack.api,
  mailUrl: stack.azure.mail.url,
  stripeUrl: stack.azure.stripe.url,
  cosmos: stack.settings.COSMOS,
  storage: stack.settings.STORAGE,
});
