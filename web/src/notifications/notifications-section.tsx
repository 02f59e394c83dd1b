import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Inset, Rows, Section } from '#web/platform/section.tsx';
import { settingsQuery } from './notification-queries.ts';
import { PushSwitch } from './push-switch.tsx';
import { SettingsForm } from './settings-form.tsx';

/** The part of the profile where somebody chooses what comes to them, and how. */
export function NotificationsSection() {
  const { data, error, refetch } = useQuery(settingsQuery);
  return (
    <Section title="Notifications">
      {!error && !data && <Loading rows={6} label="Loading the notification settings" />}
      {error && (
        <Inset>
          <Failed error={error} retry={() => void refetch()} />
        </Inset>
      )}
      {data && (
        <>
          <SettingsForm settings={data} />
          <Rows label="Browsers">
            <PushSwitch />
          </Rows>
        </>
      )}
    </Section>
  );
}
