import * as z from 'zod';

type Schema = {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};

/** A body that a schema accepts, made from the schema. Checked here, so that a wrong example fails where it is made. */
export function exampleOf(schema: z.ZodType): unknown {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const made = valueOf(json, '', json.$defs ?? {});
  schema.parse(made);
  return made;
}

// What a refinement asks for and JSON Schema cannot say.
const byName: Record<string, unknown> = {
  currency: 'USD',
  timeZone: 'Europe/Oslo',
  slug: 'an-example',
  email: 'somebody@example.com',
  age: 30,
  amount: 10_000,
  code: '000000',
};

function valueOf(schema: Schema, name: string, named: Record<string, Schema>): unknown {
  if (name in byName) return byName[name];
  if (schema.$ref) return valueOf(named[schema.$ref.replace('#/$defs/', '')]!, name, named);
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return valueOf(schema.anyOf[0]!, name, named);
  if (schema.properties) {
    const required = Object.entries(schema.properties).filter(([key]) => schema.required?.includes(key));
    return Object.fromEntries(required.map(([key, value]) => [key, valueOf(value, key, named)]));
  }
  if (schema.format === 'uuid') return crypto.randomUUID();
  if (schema.format === 'date') return '2026-03-02';
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return 'An example of twenty letters';
}
