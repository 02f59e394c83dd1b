import * as z from 'zod';
import { everyRoute } from '#domain/contract.ts';
import { paceOf } from '#domain/kernel/pace.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Route } from '#domain/kernel/route.ts';

type Schema = Record<string, unknown>;

/** Makes JSON Schemas; those with a name of their own are collected in `named`, where references find them. */
function schemaMaker(named: Record<string, Schema>) {
  return (schema: z.ZodType, io: 'input' | 'output'): Schema => {
    const made = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
    const {
      $schema: _,
      $defs = {},
      ...json
    } = JSON.parse(made.replaceAll('"#/$defs/', '"#/components/schemas/')) as {
      $schema: string;
      $defs?: Record<string, Schema>;
    };
    Object.assign(named, $defs);
    return json;
  };
}
type SchemaOf = ReturnType<typeof schemaMaker>;

/** The contract as OpenAPI 3.1. */
export function openapi(): Record<string, unknown> {
  const schemas: Record<string, Schema> = {};
  const schemaOf = schemaMaker(schemas);
  schemas['Problem'] = schemaOf(Problem, 'output');
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { name, route } of everyRoute) {
    (paths[`/api/${route.path}`] ??= {})[route.method.toLowerCase()] = operationOf(name, route, schemaOf);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'StarOne', version: '1' },
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
    },
  };
}

const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };

function operationOf(name: string, route: Route, schemaOf: SchemaOf): Record<string, unknown> {
  const { access } = route;
  return {
    operationId: name,
    summary: route.summary,
    tags: [name.split('-')[0]],
    'x-access': access,
    'x-pace': paceOf(route),
    security: access === 'public' ? [] : [{ session: [] }],
    parameters: [...parametersOf(route.params, 'path', schemaOf), ...parametersOf(route.query, 'query', schemaOf)],
    ...requestOf(route, schemaOf),
    responses: {
      [route.result || route.produces ? (route.status ?? 200) : 204]: {
        description: 'Done',
        ...contentOf(route, schemaOf),
      },
      default: { description: 'A problem', ...problem },
    },
  };
}

function contentOf({ result, produces }: Route, schemaOf: SchemaOf): Record<string, unknown> {
  if (produces === 'file') return { content: { '*/*': {} } };
  if (produces) return { content: { [produces]: produces === 'text/csv' ? { schema: { type: 'string' } } : {} } };
  return result ? { content: { 'application/json': { schema: schemaOf(result, 'output') } } } : {};
}

function requestOf({ body, raw }: Route, schemaOf: SchemaOf): Record<string, unknown> {
  if (body)
    return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } };
  if (raw) return { requestBody: { required: true, content: Object.fromEntries(raw.types.map((type) => [type, {}])) } };
  return {};
}

function parametersOf(
  part: z.ZodObject | undefined,
  where: 'path' | 'query',
  schemaOf: SchemaOf,
): Record<string, unknown>[] {
  if (!part) return [];
  const { properties = {}, required = [] } = schemaOf(part, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    // Several values stand in one parameter, separated by commas.
    ...((schema as Schema)['type'] === 'array' && { explode: false }),
    required: where === 'path' || required.includes(name),
    schema,
  }));
}
