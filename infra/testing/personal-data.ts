import { CosmosClient } from '@azure/cosmos';
import { everyDocument } from '#functions/testing/traces.ts';

/** Whose value is about a person or a secret even where it is a single word. */
const personal =
  /^(name|firstName|lastName|email|phone|title|text|notes?|address|reference|bornOn|userAgent|token|tokenHash|password|passwordHash|codeHash|secret|fileName)$/;
/** Whose values are ours, whatever they look like. */
const ours = /^(_.*|reason|issues|problem|message|detail|error)$/;

/** The address of each client here, and of all that the product talks to. */
const everybody = '127.0.0.1';

const isTelling = (name: string, value: string): boolean =>
  !ours.test(name) && value !== everybody && value.length >= 5 && (personal.test(name) || /[\s@]/.test(value));

/** All that people typed, and all that is secret, of what is stored now. */
export async function personalDataIn(connection: string): Promise<Set<string>> {
  const database = new CosmosClient(connection).database('crm');
  const names = (await database.containers.readAll().fetchAll()).resources.map(({ id }) => id);
  const found = new Set<string>();
  const fields = new Set<string>();
  for (const name of names.filter((one) => one !== 'leases')) {
    JSON.stringify(await everyDocument(database.container(name)), (key, value: unknown) => {
      fields.add(key);
      if (typeof value === 'string' && isTelling(key, value)) found.add(value);
      return value;
    });
  }
  // A column that somebody called "customer" is no secret where a field has that name.
  return new Set([...found].filter((value) => !fields.has(value)));
}

/** What nobody should find in a log, whoever it belongs to. */
const never = [
  /[\w.+-]+@[\w-]+\.[a-z]{2,}/i,
  /\+\d{8,}/,
  /\beyJ[\w-]{10,}/,
  /\b(?:sk|rk)_(?:test|live)_\w+/,
  /\bwhsec_\w+/,
  /__Host-\w+/,
  /\b[Bb]earer\b/,
];

/** What a log says that it may not, each with the line it stands in. */
export function leaksIn(log: string, known: Set<string>): string[] {
  const said = new Set(wordsOf(log));
  // Few values have all their words in the log: only these are looked for.
  const suspects = [...known].filter((value) => wordsOf(value).every((word) => said.has(word)));
  return [
    ...never.flatMap((pattern) => pattern.exec(log) ?? []),
    ...suspects.filter((value) => patternOf(value).test(log)),
  ].map((leak) => `"${leak}" in: ${log.split('\n').find((line) => line.includes(leak)) ?? ''}`);
}

/** As it stands in a log: not within a longer word, and with what JSON or another JSON in it put before each quote. */
function patternOf(value: string): RegExp {
  const letters = value.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll('"', String.raw`\\*"`);
  return new RegExp(String.raw`(?<![\w-])${letters}(?![\w-])`);
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
