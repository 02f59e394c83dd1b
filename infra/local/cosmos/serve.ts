import { startCosmos } from './server.ts';

/** The stand-in as a process of its own: `node serve.ts <folder> [port]`. Tests kill it to see what stays. */
const [, , dir, port] = process.argv;
if (dir === undefined) throw new Error('Say which folder holds the data: node serve.ts <folder> [port]');
const { connectionString } = await startCosmos({ port: Number(port ?? 0), dir });
console.log(connectionString);
