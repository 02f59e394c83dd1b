import { formatMoment, type MomentStyle } from './format-moment.ts';

/** A moment in the viewer's zone; the exact instant is in the title. */
export function Moment({ at, style = 'day' }: { at: string; style?: MomentStyle }) {
  return (
    <time dateTime={at} title={formatMoment(at, 'exact')} className="figures">
      {formatMoment(at, style, new Date())}
    </time>
  );
}
