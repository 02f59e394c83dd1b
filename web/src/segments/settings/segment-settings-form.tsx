import { Button, Radio, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { segmentRoutes } from '#domain/segments/routes.ts';
import type { SegmentSettings } from '#domain/segments/settings.ts';
import { useMe } from '#web/members/me.ts';
import { call } from '#web/platform/call.ts';
import { ConflictDialog } from '#web/platform/conflict.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { Inset, Section } from '#web/platform/section.tsx';
import { toast } from '#web/platform/toast.tsx';
import { IncomesFields } from './incomes-fields.tsx';
import { segmentSettings } from './segment-settings-query.ts';
import { conflictsIn, keepTyped, labels, schemeNames, TypedSettings, valuesOf } from './settings-values.ts';
import { StepsFields } from './steps-fields.tsx';
import { WeightsFields } from './weights-fields.tsx';
import classes from './segment-settings.module.css';

export function SegmentSettingsForm({ settings }: { settings: SegmentSettings }) {
  const queries = useQueryClient();
  const { currency } = useMe().workspace;
  const [opened, setOpened] = useState(settings);
  const [theirs, setTheirs] = useState<SegmentSettings | null>(null);
  const form = useSchemaForm(TypedSettings, valuesOf(settings));
  const show = (now: SegmentSettings, values = valuesOf(now)): void => {
    queries.setQueryData(segmentSettings.queryKey, now);
    setOpened(now);
    form.setValues(values);
    setTheirs(null);
  };
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: SegmentSettings) =>
      call(segmentRoutes.changeSettings, { body }).catch(async (error: unknown) => {
        if (statusOf(error) !== 412) throw error;
        setTheirs(await queries.fetchQuery({ ...segmentSettings, staleTime: 0 }));
        return null;
      }),
    (saved) => {
      if (!saved) return;
      show(saved);
      toast('Segment settings saved');
    },
  );
  return (
    <form
      onSubmit={submitAs(form, TypedSettings, (typed) => submit({ ...typed, version: opened.version }))}
      noValidate
      className={classes.form}
    >
      <Section title={labels.scheme}>
        <Inset>
          <Radio.Group label="Names of the segments" {...form.getInputProps('scheme')}>
            <Stack gap="sm" mt="sm">
              {(['eleven', 'four'] as const).map((value) => (
                <Radio key={value} value={value} label={schemeNames[value]} />
              ))}
            </Stack>
          </Radio.Group>
        </Inset>
      </Section>
      <Section title="Scores">
        <Inset>
          <Stack gap="xl">
            <WeightsFields form={form} />
            <StepsFields form={form} name="recency" currency={currency} />
            <StepsFields form={form} name="frequency" currency={currency} />
            <StepsFields form={form} name="monetary" currency={currency} />
          </Stack>
        </Inset>
      </Section>
      <Section title="Population">
        <Inset>
          <IncomesFields form={form} />
        </Inset>
      </Section>
      <ProblemAlert problem={problem} />
      <Button type="submit" size="md" variant="filled" loading={isPending} w="fit-content">
        Save
      </Button>
      {theirs && (
        <ConflictDialog
          name="How customers are scored"
          fields={conflictsIn(valuesOf(opened), { typed: form.values, now: valuesOf(theirs), currency })}
          onClose={() => setTheirs(null)}
          onTake={() => show(theirs)}
          onKeep={() => {
            const kept = keepTyped(valuesOf(opened), form.values, valuesOf(theirs));
            show(theirs, kept);
            submit({ ...TypedSettings.parse(kept), version: theirs.version });
          }}
        />
      )}
    </form>
  );
}
