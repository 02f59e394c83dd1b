import { startMail } from '../server.ts';

// A process of its own, so that a test may kill it: node child.ts <dir>
const { smtpUrl } = await startMail({ smtpPort: 0, httpPort: 0, dir: process.argv[2] ?? '' });
process.stdout.write(`${smtpUrl}\n`);
