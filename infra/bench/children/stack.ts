import { freePorts } from '../../local/ports.ts';
import { startStack } from '../../local/stack.ts';
import { serving } from './serving.ts';

/** The built product. A second folder is used instead of the fresh one and stays. */
const stack = await startStack({ dir: process.argv[3] ?? process.argv[2]!, ports: freePorts, log: () => undefined });
const { origin, api, settings } = stack;
const processes = { 'stand-ins and site': process.pid, functions: stack.host.pid };
serving({ origin, api, mailUrl: stack.azure.mail.url, settings, processes }, () => stack.close());
