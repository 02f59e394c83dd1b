import type { Rebuild } from '#domain/segments/rebuild.ts';
import { Moment } from '#web/platform/moment.tsx';
import { foundWords } from './rebuild-words.ts';
import classes from './segments.module.css';

/** That the scores are what the payments say, and where the places come from. */
export function SegmentFoot({ rebuild }: { rebuild: Rebuild | undefined }) {
  const found = rebuild && foundWords(rebuild);
  return (
    <p className={classes.foot}>
      {found && rebuild.finishedAt && (
        <span>
          {found} (<Moment at={rebuild.finishedAt} style="ago" />)
        </span>
      )}
      <span>Places: GeoNames, CC BY 4.0</span>
    </p>
  );
}
