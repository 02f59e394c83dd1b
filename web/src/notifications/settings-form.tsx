import { Button, Radio, Stack, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { NotificationSettings } from '#domain/notifications/notification.ts';
import { notificationRoutes } from '#domain/notifications/routes.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { KindMatrix } from './kind-matrix.tsx';
import { settingsQuery } from './notification-queries.ts';
import { QuietHours } from './quiet-hours.tsx';
import classes from './settings.module.css';

const digests: Record<NotificationSettings['digest'], string> = {
  soon: 'Soon: after ten minutes, if it is still unread',
  hourly: 'Once an hour',
  daily: 'Once a day, at eight in the morning',
};

/** An evening's end and a morning's beginning, where the person is. */
const aNight = () => ({ from: '22:00', to: '07:00', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });

export function SettingsForm({ settings }: { settings: NotificationSettings }) {
  const queries = useQueryClient();
  const form = useSchemaForm(NotificationSettings, settings);
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: NotificationSettings) => call(notificationRoutes.changeSettings, { body }),
    (saved) => {
      queries.setQueryData(settingsQuery.queryKey, saved);
      toast('Notification settings saved');
    },
  );
  const { channels, quietHours } = form.values;
  return (
    <form onSubmit={submitAs(form, NotificationSettings, submit)} noValidate>
      <KindMatrix channels={channels} onChange={(next) => form.setFieldValue('channels', next)} />
      <Stack gap="lg" className={classes.rest ?? ''}>
        <Radio.Group label="E-mail comes" {...form.getInputProps('digest')}>
          <Stack gap="sm" mt="sm">
            {NotificationSettings.shape.digest.options.map((value) => (
              <Radio key={value} value={value} label={digests[value]} />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label="Quiet hours"
          description="No push and no e-mail in between. It waits until they are over."
          checked={quietHours !== null}
          onChange={(event) => form.setFieldValue('quietHours', event.currentTarget.checked ? aNight() : null)}
        />
        {quietHours && <QuietHours form={form} />}
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending} w="fit-content">
          SAVE
        </Button>
      </Stack>
    </form>
  );
}
