import * as z from 'zod';
import { Age, Code, OpenBusiness, slugOf } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { type Problem, ProblemError } from '#domain/kernel/problem.ts';
import { Person } from '../people/person.ts';
import type { Ask } from './ask.ts';
import { askFor } from './ask-for.ts';

type Opening = { site: string; ask: Ask; say: (line: string) => void };

const { businessName, slug, currency, timeZone, name, email, password } = OpenBusiness.shape;
const typedAge = z.string().transform(Number).pipe(Age);
const codeTries = 3;

/** Opens a business through the public API as a browser does; whoever opens it is its admin. Answers its sign-in page. */
export async function openFirstBusiness(opening: Opening): Promise<string> {
  const { site, say } = opening;
  const person = new Person(site);
  const body = await askForBusiness(opening);
  const { ticket } = await person.call(accountRoutes.openBusiness, { body });
  say(`A code is on its way to ${body.email}.`);
  await prove(opening, person, ticket);
  return `${site}/w/${body.slug}/login`;
}

async function askForBusiness(opening: Opening): Promise<OpenBusiness> {
  const called = await askFor(opening, businessName, { question: 'Name of the business' });
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    businessName: called,
    slug: await askFor(opening, slug, { question: `Its address: ${opening.site}/w/`, suggestion: slugOf(called) }),
    currency: await askFor(opening, currency, { question: 'Its currency, such as EUR' }),
    timeZone: await askFor(opening, timeZone, { question: 'Its time zone', suggestion: here }),
    name: await askFor(opening, name, { question: 'Your name' }),
    email: await askFor(opening, email, { question: 'Your e-mail address' }),
    age: await askFor(opening, typedAge, { question: 'Your age' }),
    password: await askFor(opening, password, { question: 'A password', isHidden: true }),
  };
}

/** A mistyped code may be typed again. */
async function prove(opening: Opening, person: Person, ticket: string): Promise<void> {
  for (let tried = 1; ; tried++) {
    const code = await askFor(opening, Code, { question: 'The code of the e-mail' });
    try {
      return void (await person.call(accountRoutes.prove, { body: { ticket, code } }));
    } catch (error) {
      if (!(error instanceof ProblemError) || tried === codeTries) throw error;
      opening.say(wordsOf(error.problem));
    }
  }
}

/** A refusal as a page would show it. */
export const wordsOf = ({ title, detail, errors = [] }: Problem): string =>
  [title, detail, ...errors.map((error) => `${error.pointer}: ${error.detail}`)].filter(Boolean).join('\n');
