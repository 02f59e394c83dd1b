import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ReceiptDetails, ReceiptDetailsChange } from '#domain/receipts/receipt.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import { call } from '#web/platform/call.ts';
import { ConflictDialog } from '#web/platform/conflict.tsx';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { Inset, Section } from '#web/platform/section.tsx';
import { toast } from '#web/platform/toast.tsx';
import { conflictsIn, type DetailsValues, keepTyped, labels, sayTheSame, valuesOf } from './details-values.ts';
import { LogoField } from './logo-field.tsx';
import { detailsQuery } from './receipt-queries.ts';

/** The part of the settings that says what stands on receipts. */
export function ReceiptDetailsForm() {
  const { data, error, refetch } = useQuery(detailsQuery);
  return (
    <Section title="Receipts">
      {data ? (
        <Inset>
          <Stack gap="lg">
            <LogoField logo={data.logo} />
            <Words details={data} />
          </Stack>
        </Inset>
      ) : error ? (
        <Inset>
          <Failed error={error} retry={() => void refetch()} />
        </Inset>
      ) : (
        <Loading rows={5} />
      )}
    </Section>
  );
}

const Typed = ReceiptDetailsChange.omit({ version: true });

function Words({ details }: { details: ReceiptDetails }) {
  const queries = useQueryClient();
  const [opened, setOpened] = useState(details);
  const [theirs, setTheirs] = useState<ReceiptDetails | null>(null);
  // Another logo makes another version of the same words.
  const base = sayTheSame(opened, details) ? details : opened;
  const form = useSchemaForm<DetailsValues>(Typed, valuesOf(details));
  const show = (now: ReceiptDetails, values: DetailsValues): void => {
    queries.setQueryData(detailsQuery.queryKey, now);
    setOpened(now);
    form.setValues(values);
    setTheirs(null);
  };
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: ReceiptDetailsChange) =>
      call(receiptRoutes.changeDetails, { body }).catch(async (error: unknown) => {
        if (statusOf(error) !== 412) throw error;
        setTheirs(await queries.fetchQuery({ ...detailsQuery, staleTime: 0 }));
        return null;
      }),
    (saved) => {
      if (!saved) return;
      show(saved, valuesOf(saved));
      toast('Receipt details saved');
    },
  );
  return (
    <form onSubmit={submitAs(form, Typed, (typed) => submit({ ...typed, version: base.version }))} noValidate>
      <Stack gap="lg">
        <TextInput size="md" label={labels.name} withAsterisk {...form.getInputProps('name')} />
        <Textarea size="md" label={labels.address} autosize minRows={3} {...form.getInputProps('address')} />
        <TextInput size="md" label={labels.taxNumber} {...form.getInputProps('taxNumber')} />
        <TextInput size="md" label={labels.email} type="email" {...form.getInputProps('email')} />
        <Textarea
          size="md"
          label={labels.footer}
          description="Such as your thanks, or how long something can be returned."
          autosize
          minRows={2}
          {...form.getInputProps('footer')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" size="md" variant="filled" loading={isPending} w="fit-content">
          Save
        </Button>
      </Stack>
      {theirs && (
        <ConflictDialog
          name="What stands on receipts"
          fields={conflictsIn(base, form.values, theirs)}
          onClose={() => setTheirs(null)}
          onTake={() => show(theirs, valuesOf(theirs))}
          onKeep={() => {
            const kept = keepTyped(base, form.values, theirs);
            show(theirs, kept);
            submit({ ...Typed.parse(kept), version: theirs.version });
          }}
        />
      )}
    </form>
  );
}
