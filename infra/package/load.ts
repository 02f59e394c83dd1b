// Loads a package as the functions host does, in a process in which nothing of it was loaded before: `node load.ts <folder>`.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import '../local/functions-host/core-module.ts';
import { functions } from '../local/functions-host/registry.ts';
import { supplyCoreModule } from '../local/functions-host/supply-core-module.ts';

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('Say the folder of the package.');
const main = pathToFileURL(join(folder, 'main.mjs')).href;

supplyCoreModule();
const started = performance.now();
await import(main);
const ms = performance.now() - started;

console.log(JSON.stringify({ ms, functions: [...functions.keys()] }));
process.exit(0);
