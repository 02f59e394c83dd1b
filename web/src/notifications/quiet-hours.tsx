import { Select, TextInput } from '@mantine/core';
import type { NotificationSettings } from '#domain/notifications/notification.ts';
import type { Form } from '#web/platform/form.ts';
import classes from './settings.module.css';

const zones = Intl.supportedValuesOf('timeZone');

/** A browser may stand in a zone, such as UTC, that its own list leaves out. */
const withOwn = (own: string | undefined): string[] => [...new Set([...(own ? [own] : []), ...zones])];

export const QuietHours = ({ form }: { form: Form<NotificationSettings> }) => (
  <fieldset className={classes.quiet} aria-label="Quiet hours">
    <TextInput type="time" label="From" {...form.getInputProps('quietHours.from')} />
    <TextInput type="time" label="To" {...form.getInputProps('quietHours.to')} />
    <Select
      label="Time zone"
      data={withOwn(form.values.quietHours?.timeZone)}
      searchable
      allowDeselect={false}
      className={classes.zone ?? ''}
      {...form.getInputProps('quietHours.timeZone')}
    />
  </fieldset>
);
