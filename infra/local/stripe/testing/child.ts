import { startStripe } from '../server.ts';

// A process of its own, so that a test may kill it: node child.ts <dir> <webhook url> <secret>
const [dir = '', url = '', secret = ''] = process.argv.slice(2);
const { port } = await startStripe({ port: 0, dir, webhook: { url, secret } });
process.stdout.write(`${port}\n`);
