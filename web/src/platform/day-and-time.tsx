import { formatMoment } from './format-moment.ts';

/** "20 Nov 2026, 10:31" in the viewer's zone, for lists that reach back over years; the exact instant is in the title. */
export function DayAndTime({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatMoment(at, 'exact')} className="figures muted">
      {formatMoment(at, 'day')}, {formatMoment(at, 'time')}
    </time>
  );
}
