import { schemaResolver, useForm } from '@mantine/form';
import type * as z from 'zod';
import { focusFirst } from './submit.ts';

type Values = Record<string, unknown>;

/** A form held to the schema the server parses. The values are what is typed, before the schema's transforms. */
export const useSchemaForm = <V extends Values>(schema: z.ZodType, initialValues: V) =>
  useForm({ initialValues, validate: schemaResolver(schema, { sync: true }) });

export type Form<V extends Values> = ReturnType<typeof useSchemaForm<V>>;

/** Submits what the schema makes of the typed values; with errors, the first field that has one is focused. */
export const submitAs = <V extends Values, S extends z.ZodType>(
  form: Form<V>,
  schema: S,
  submit: (parsed: z.output<S>) => void,
) =>
  form.onSubmit(
    (values) => submit(schema.parse(values)),
    (errors) => focusFirst(form, Object.keys(errors)),
  );
