import { formatMoment } from '#web/platform/format-moment.ts';
import classes from './pay.module.css';

/** "20 Nov 2026" over "10:31", where a table has no room for both in a line. */
export const DayOverTime = ({ at }: { at: string }) => (
  <time dateTime={at} title={formatMoment(at, 'exact')} className={`figures muted ${classes.moment}`}>
    <span>{formatMoment(at, 'day')}</span> <span>{formatMoment(at, 'time')}</span>
  </time>
);
