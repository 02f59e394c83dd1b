import classes from './pips.module.css';

/** A score of 1 to 5 as a figure, and as five pips for the eye. */
export function Pips({ score }: { score: number | undefined }) {
  if (score === undefined) return <span className="muted">–</span>;
  return (
    <span className="figures">
      {score}
      <span className={classes.pips} aria-hidden>
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} data-full={step <= score || undefined} />
        ))}
      </span>
    </span>
  );
}
