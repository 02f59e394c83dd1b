import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export type Kind = 'azure.yaml' | 'github-workflow' | 'host' | 'staticwebapp.config';
type Json = Record<string, unknown>;
type Schema = Json & { $schema: string; $id?: string; id?: string };

/** What a configuration file says against its published schema, one line each. */
export function faultsOf(kind: Kind, content: unknown): string[] {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, `schemas/${kind}.json`), 'utf8')) as Schema;
  leaveOtherHosts(schema, schema.$id ?? schema.id ?? '');
  const validator = validatorFor(schema.$schema);
  const check = validator.compile(schema);
  return check(content) ? [] : (check.errors ?? []).map(wordsOf);
}

export function readConfig(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  return /\.ya?ml$/.test(file) ? parse(text) : JSON.parse(text);
}

function validatorFor(draft: string) {
  const options = { strict: false, allErrors: true, logger: false } as const;
  const validator = new (classFor(draft))(options);
  addFormats.default(validator);
  return validator;
}

function classFor(draft: string) {
  if (draft.includes('draft-04')) return Ajv4.default;
  if (draft.includes('2019')) return Ajv2019;
  if (draft.includes('2020')) return Ajv2020;
  return Ajv;
}

/** A part that lies elsewhere cannot be read without network: what is checked there is left open. */
function leaveOtherHosts(part: unknown, own: string): void {
  if (part === null || typeof part !== 'object') return;
  const object = part as Json;
  const { $ref } = object;
  const isElsewhere = typeof $ref === 'string' && /^https?:/.test($ref) && !(own && $ref.startsWith(own));
  if (isElsewhere && !$ref.includes('json-schema.org')) delete object['$ref'];
  for (const value of Object.values(object)) leaveOtherHosts(value, own);
}

const wordsOf = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
