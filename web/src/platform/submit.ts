import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#domain/kernel/problem.ts';
import { problemIn } from './problem-of.ts';

type Values = Record<string, unknown>;

/** Where what is wrong with a field can be shown: a form, or its like. */
type Fields = {
  getValues: () => Values;
  setErrors: (errors: Record<string, string>) => void;
  getInputNode: (path: string) => HTMLElement | null;
};

/** The call behind a form: what is refused goes under the fields, and what no field can show is the `problem`. */
export function useSubmit<Input, Result>(
  form: Fields,
  send: (input: Input) => Promise<Result>,
  onDone: (result: Result, input: Input) => void | Promise<void>,
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
export function applyProblem(form: Fields, error: unknown): Problem | null {
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

/** "name", or in lists and groups of fields "weights.recency". */
const isField = (values: object, path: string): boolean =>
  path.split('.').reduce<unknown>((at, name) => (isGroup(at) ? at[name] : undefined), values) !== undefined;

const isGroup = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/** In the order of the page, not of the errors. */
export function focusFirst(form: Fields, paths: string[]): void {
  const names = Object.keys(form.getValues());
  const place = (path: string): number => names.indexOf(path.split('.')[0]!);
  const shown = paths.filter((path) => place(path) >= 0).toSorted((one, other) => place(one) - place(other));
  shown
    .map((path) => form.getInputNode(path))
    .find((node) => node !== null)
    ?.focus();
}
