import { formatMoment } from '#web/platform/format-moment.ts';
import { shortWhen } from './room-words.ts';

/** A moment as short as a list can say it; the exact instant is in the title. */
export const When = ({ at }: { at: string }) => (
  <time dateTime={at} title={formatMoment(at, 'exact')} className="figures">
    {shortWhen(at)}
  </time>
);
