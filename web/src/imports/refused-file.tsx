import type { Problem } from '#domain/kernel/problem.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { rowWords } from './row-words.ts';
import classes from './imports.module.css';

/** Why a file was refused, row by row; nothing of it is stored. */
export function RefusedFile({ problem }: { problem: Problem }) {
  const errors = problem.errors ?? [];
  return (
    <div>
      <ProblemAlert problem={{ ...problem, detail: problem.detail ?? 'Nothing was stored.' }} />
      {errors.length > 0 && (
        <ul className={classes.rows} aria-label="What to correct">
          {errors.map((error) => (
            <li key={`${error.pointer} ${error.detail}`}>{rowWords(error)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
