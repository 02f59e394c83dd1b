import { Link } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { Rebuild } from '#domain/segments/rebuild.ts';
import { useMe } from '#web/members/me.ts';
import { Moment } from '#web/platform/moment.tsx';
import { foundWords } from './rebuild-words.ts';
import classes from './segments.module.css';

/** That the scores are what the payments say, and where the places come from. */
export function SegmentFoot({ rebuild }: { rebuild: Rebuild | undefined }) {
  const { member } = useMe();
  const found = rebuild && foundWords(rebuild);
  return (
    <p className={classes.foot}>
      {found && rebuild.finishedAt && (
        <span>
          {found} (<Moment at={rebuild.finishedAt} style="ago" />)
        </span>
      )}
      {may(member, 'workspace.settings') && <Link to="/settings/segments">How customers are scored</Link>}
      <span>Places: GeoNames, CC BY 4.0</span>
    </p>
  );
}
