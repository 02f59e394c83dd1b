import { useQuery } from '@tanstack/react-query';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { SettingsFrame } from '#web/settings/settings-frame.tsx';
import { segmentSettings } from './segment-settings-query.ts';
import { SegmentSettingsForm } from './segment-settings-form.tsx';

export function SegmentSettingsPage() {
  const { data, error, refetch } = useQuery(segmentSettings);
  return (
    <SettingsFrame tab="/settings/segments" sub="How your customers are scored and named">
      {data ? (
        <SegmentSettingsForm settings={data} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </SettingsFrame>
  );
}
