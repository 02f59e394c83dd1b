import { Button, PasswordInput, Stack } from '@mantine/core';
import * as z from 'zod';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import type { Proving } from './proving.ts';

const Draft = z.object({ current: z.string().min(1, 'Please enter your password').max(128) });

export function PasswordProof({ send }: Pick<Proving, 'send'>) {
  const form = useSchemaForm(Draft, { current: '' });
  const { submit, problem, isPending } = useSubmit(
    form,
    (current: string) => send({ way: 'password', current }),
    () => undefined,
  );
  return (
    <form onSubmit={submitAs(form, Draft, ({ current }) => submit(current))} noValidate>
      <Stack gap="lg">
        <PasswordInput
          label="Password"
          size="md"
          withAsterisk
          autoFocus
          data-autofocus
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
          {...form.getInputProps('current')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          CONFIRM
        </Button>
      </Stack>
    </form>
  );
}
