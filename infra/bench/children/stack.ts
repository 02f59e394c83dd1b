import { freePorts } from '../../local/ports.ts';
import { startStack } from '../../local/stack.ts';
import { serving } from './serving.ts';

/** The built product. A second folder is used instead of the fresh one and stays. */
const stack = await startStack({ dir: process.argv[3] ?? process.argv[2]!, ports: freePorts, log: () => undefined });
serving({ origin: stack.origin, api: stack.api, mailUrl: stack.azure.mail.url, settings: stack.settings }, () =>
  stack.close(),
);
