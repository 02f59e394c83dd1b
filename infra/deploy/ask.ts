import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Questions to a person. */
export type Ask = {
  open: (question: string, suggestion?: string) => Promise<string>;
  /** What is typed is not shown. */
  hidden: (question: string) => Promise<string>;
};

type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };

/** Null where nobody sits at a terminal: in a pipeline. */
export const askAtTerminal = (): Ask | null =>
  process.stdin.isTTY ? askAt({ input: process.stdin, output: process.stdout }) : null;

export const askAt = ({ input, output }: Terminal): Ask => ({
  async open(question, suggestion = '') {
    const lines = createInterface({ input, output });
    try {
      const answer = await lines.question(suggestion ? `${question} [${suggestion}]: ` : `${question}: `);
      return answer.trim() || suggestion;
    } finally {
      lines.close();
    }
  },

  async hidden(question) {
    output.write(`${question}: `);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input, output: nowhere, terminal: true });
    try {
      return await lines.question('');
    } finally {
      lines.close();
      output.write('\n');
    }
  },
});
