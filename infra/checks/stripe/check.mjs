import { readFileSync } from 'node:fs';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

const closed = readSchemas();
const schemas = { open: readSchemas(), closed };
openEnums(schemas.open);

const validators = { open: compile(schemas.open), closed: compile(schemas.closed) };

/** Lists and events are followed into the objects they carry. */
export function check(value, name = 'auto', { enums = 'open', at = '' } = {}) {
  const kind = name === 'auto' ? kindOf(value) : name;
  if (!closed.$defs[kind]) return [`${at}: no schema for object ${JSON.stringify(kind)}`];

  const validate = validators[enums].getSchema(`stripe#/$defs/${kind}`);
  const problems = validate(value) ? [] : validate.errors.filter(({ keyword }) => keyword !== 'if').map(say(at));
  if (kind === 'list') {
    value.data?.forEach((item, index) => problems.push(...check(item, 'auto', { enums, at: `${at}/data/${index}` })));
  }
  if (kind === 'event' && value.data?.object) {
    problems.push(
      ...check(value.data.object, 'auto', { enums, at: `${at}/data/object` }),
      ...checkEventType(value, at),
    );
  }
  return problems;
}

function kindOf(value) {
  if (value?.error) return 'error';
  return value?.deleted ? 'deleted' : value?.object;
}

const say = (at) => (error) => {
  const { additionalProperty, missingProperty, allowedValues } = error.params;
  const detail = additionalProperty ?? missingProperty ?? JSON.stringify(allowedValues)?.slice(0, 120) ?? '';
  return `${at}${error.instancePath || '/'} ${error.message} ${detail}`.trim();
};

/** `charge.succeeded` carries a charge; a few objects have events under another name. */
const eventPrefixes = { refund: '', dispute: 'charge.dispute', application: 'account.application' };

function checkEventType({ type, data }, at) {
  const { object } = data.object;
  const fits = typeof type !== 'string' || !object || type.startsWith(eventPrefixes[object] ?? object);
  return fits ? [] : [`${at}: event type ${type} does not fit object ${object}`];
}

function readJson(name) {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

function readSchemas() {
  const document = readJson('./stripe-schemas.json');
  Object.assign(document.$defs, readJson('./more-schemas.json'));
  pointErrorsAtFields(document);
  return document;
}

function compile(document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.addSchema(document, 'stripe');
}

/** Stripe may add values to some lists of words at any time. */
function openEnums(schema) {
  if (!schema || typeof schema !== 'object') return;
  if (schema['x-open-enum'] && schema.enum) {
    delete schema.enum;
    schema.type = 'string';
  }
  Object.values(schema).forEach(openEnums);
}

/** Rewrites "null, text or this object" as if/else: an error then names the field and not the failed null. */
function pointErrorsAtFields(schema) {
  if (!schema || typeof schema !== 'object') return;
  Object.values(schema).forEach(pointErrorsAtFields);
  if (!Array.isArray(schema.anyOf)) return;

  const isDeep = (branch) => branch.$ref || branch.type === 'object' || branch.type === 'array';
  const [deep, ...moreDeep] = schema.anyOf.filter(isDeep);
  const flat = schema.anyOf.filter((branch) => !isDeep(branch));
  if (!deep || moreDeep.length > 0 || flat.length === 0) return;
  delete schema.anyOf;
  schema.if = { anyOf: flat };
  schema.else = deep;
}
