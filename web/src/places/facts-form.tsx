import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dayIn } from '#domain/kernel/time.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { oneCustomer } from '#web/customers/customer-queries.ts';
import { useMe } from '#web/members/me.ts';
import { ConflictDialog, type ConflictField } from '#web/platform/conflict.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { changesOf, differencesOf, type Facts, type FactsValues, factsTyped, valuesOf } from './facts-values.ts';
import { PlaceFields } from './place-fields.tsx';
import { useChangeFacts } from './place-queries.ts';

type Props = { customer: ScoredCustomer; onDone: () => void };
type Conflict = { now: ScoredCustomer; typed: Facts; fields: readonly ConflictField[] };

/** Where a customer lives and when they were born. */
export function CustomerFactsForm({ customer, onDone }: Props) {
  const today = dayIn(useMe().workspace.timeZone, new Date());
  const queries = useQueryClient();
  // The page goes on with the live customer; what was typed is compared with what stood there when it was begun.
  const [base] = useState(customer);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const Typed = factsTyped(today);
  const form = useSchemaForm<FactsValues>(Typed, valuesOf(base));
  const change = useChangeFacts(base.id);

  /** A payment moves the version, too: a person is asked only where the same fact was changed. Null while they decide. */
  const save = async ({ typed, over }: { typed: Facts; over: ScoredCustomer }): Promise<ScoredCustomer | null> => {
    const changes = changesOf(base, typed);
    if (Object.keys(changes).length === 0) return over;
    try {
      return await change.mutateAsync({ ...changes, version: over.version });
    } catch (error) {
      if (statusOf(error) !== 412) throw error;
      const now = await queries.fetchQuery({ ...oneCustomer(base.id), staleTime: 0 });
      const fields = differencesOf(base, typed, now);
      if (fields.length === 0 && now.version !== over.version) return save({ typed, over: now });
      setConflict({ now, typed, fields });
      return null;
    }
  };
  const { submit, problem, isPending } = useSubmit(form, save, (saved) => {
    if (!saved) return;
    if (saved !== base) toast('Facts saved');
    onDone();
  });

  return (
    <form onSubmit={submitAs(form, Typed, (typed) => submit({ typed, over: base }))} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <PlaceFields form={form} />
        <TextInput
          size="md"
          type="date"
          label="Born on"
          max={today}
          {...form.getInputProps('bornOn')}
          value={form.values.bornOn ?? ''}
          onChange={(event) => form.setFieldValue('bornOn', event.currentTarget.value || null)}
        />
        <p className="muted">
          The population score follows from the place. Without one there is none: it is left out, not guessed.
        </p>
        <Group justify="flex-end" gap="sm">
          <Button size="md" onClick={onDone}>
            Cancel
          </Button>
          <Button size="md" type="submit" variant="filled" loading={isPending}>
            Save
          </Button>
        </Group>
      </Stack>
      {conflict && (
        <ConflictDialog
          name={base.name}
          fields={conflict.fields}
          onClose={() => setConflict(null)}
          onTake={onDone}
          onKeep={() => {
            setConflict(null);
            submit({ typed: conflict.typed, over: conflict.now });
          }}
        />
      )}
    </form>
  );
}
