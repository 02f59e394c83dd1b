import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod';
import { type Problem, ProblemError } from '#domain/kernel/problem.ts';

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

/** The call behind a form: what is refused goes under the fields, and what no field can show is the `problem`. */
export function useSubmit<V extends Values, Input, Result>(
  form: Form<V>,
  send: (input: Input) => Promise<Result>,
  onDone: (result: Result, input: Input) => void,
) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: send,
    onMutate: () => setProblem(null),
    onSuccess: (result, input) => onDone(result, input),
    onError: (error) => setProblem(applyProblem(form, error)),
  });
  return { submit: (input: Input) => mutate(input), problem, isPending };
}

/**
 * Puts the errors of a refused request under their fields and focuses the first. Answers what no field can show, for
 * a `ProblemAlert`; null when every error found its field.
 */
export function applyProblem<V extends Values>(form: Form<V>, error: unknown): Problem | null {
  const problem = problemIn(error);
  const found = (problem.errors ?? []).flatMap(({ pointer, detail }) => {
    const path = pointer.replace(/^\/body\//, '').replaceAll('/', '.');
    return isField(form.getValues(), path) ? [[path, detail] as const] : [];
  });
  if (found.length > 0) {
    form.setErrors(Object.fromEntries(found));
    focusFirst(
      form,
      found.map(([path]) => path),
    );
  }
  return found.length > 0 && found.length === problem.errors?.length ? null : problem;
}

export const problemIn = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { type: 'about:blank', title: 'Something went wrong on our side', status: 500 };

/** "name", or in lists and groups of fields "weights.recency". */
const isField = (values: object, path: string): boolean =>
  path.split('.').reduce<unknown>((at, name) => (isGroup(at) ? at[name] : undefined), values) !== undefined;

const isGroup = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** In the order of the page, not of the errors. */
function focusFirst<V extends Values>(form: Form<V>, paths: string[]): void {
  const names = Object.keys(form.getValues());
  const place = (path: string): number => names.indexOf(path.split('.')[0]!);
  const shown = paths.filter((path) => place(path) >= 0).toSorted((one, other) => place(one) - place(other));
  shown
    .map((path) => form.getInputNode(path))
    .find((node) => node !== null)
    ?.focus();
}
