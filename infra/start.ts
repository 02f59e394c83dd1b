import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { type Ports, standardPorts } from './local/ports.ts';
import { portsInUse } from './local/ports-in-use.ts';
import { startStack } from './local/stack.ts';
import { seed } from './seeds/seed.ts';

const dir = join(import.meta.dirname, '../.local');
const portNames = Object.keys(standardPorts) as (keyof Ports)[];

const { values } = parseArgs({
  options: {
    fresh: { type: 'boolean', default: false },
    seed: { type: 'string' },
    ...Object.fromEntries(portNames.map((name) => [name, { type: 'string' as const }])),
  },
});
const flags = values as Record<string, string | boolean | undefined>;
const ports = Object.fromEntries(
  portNames.map((name) => [name, flags[name] === undefined ? standardPorts[name] : Number(flags[name])]),
) as Ports;

const taken = await portsInUse(ports);
if (taken.length > 0) {
  for (const name of taken)
    console.error(`Port ${ports[name]} (${name}) is in use. Move it: npm start -- --${name} ${ports[name] + 1}`);
  process.exit(1);
}

if (values.fresh) await rm(dir, { recursive: true, force: true });
await mkdir(dir, { recursive: true });

const built = await build();
if (built.length > 0) console.log(`Built ${built.join(' and ')}.`);
const log = createWriteStream(join(dir, 'functions.log'), { flags: 'a' });
const stack = await startStack({ dir, ports, log: (line) => log.write(`${line}\n`) });

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  console.log('Stopping.');
  await stack.close();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

const people = await seed({ dir, stack, size: flags['seed'] as string | undefined });
const { azure, origin, api } = stack;
console.log(`
  the site      ${origin}
  its API       ${api}/api/health
  mail inbox    ${azure.mail.url}
  identity      ${azure.identity.url}  (plays Google, Facebook, LinkedIn and Microsoft)
  Stripe        ${azure.stripe.url}  (cards such as 4242 4242 4242 4242; no money moves)
  telemetry     ${azure.insights.url}  (plays Application Insights)
  data          .local/  (--fresh begins anew; the functions' log is .local/functions.log)
`);
for (const { slug, users } of people) {
  console.log(`  ${origin}/w/${slug}/login`);
  for (const { role, email, password } of users) console.log(`    ${role.padEnd(9)} ${email}  ${password}`);
}
console.log(`\nready: ${origin}`);
