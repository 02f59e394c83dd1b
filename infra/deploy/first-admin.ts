// Opens the first business of a deployment; whoever answers the questions is its admin.
import { parseArgs } from 'node:util';
import { ProblemError } from '#domain/kernel/problem.ts';
import { askAtTerminal } from './ask.ts';
import { openFirstBusiness, wordsOf } from './open-first-business.ts';
import { stop, wanted } from './wanted.ts';

const { values } = parseArgs({ options: { site: { type: 'string' } } });

try {
  const ask = askAtTerminal();
  if (!ask) throw new Error('This asks questions: please run it at a terminal.');
  const site = new URL(values.site ?? wanted(['WEB_URL']).WEB_URL).origin;
  const page = await openFirstBusiness({ site, ask, say: (line) => console.log(line) });
  console.log(`The business is open, and you are its admin. Sign in at ${page}`);
} catch (error) {
  stop(error instanceof ProblemError ? wordsOf(error.problem) : error);
}
