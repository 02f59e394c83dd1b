import { Progress } from '@mantine/core';
import type { Rebuild } from '#domain/segments/rebuild.ts';
import { progressOf, progressWords } from './rebuild-words.ts';
import classes from './segments.module.css';

/** How far the rebuild is, while one is under way. */
export function RebuildLine({ rebuild }: { rebuild: Rebuild | undefined }) {
  if (rebuild?.state === 'failed') {
    return (
      <p role="status" className={classes.rebuild}>
        The last rebuild did not come to its end. The scores stand as they were; rebuild them once more.
      </p>
    );
  }
  const words = rebuild && progressWords(rebuild);
  if (!rebuild || !words) return null;
  const percent = progressOf(rebuild);
  return (
    <div className={classes.rebuild}>
      <span role="status" className="figures">
        {words}
      </span>
      {percent !== null && <Progress value={percent} size={4} aria-label="Rebuild" />}
    </div>
  );
}
