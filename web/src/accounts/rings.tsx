import { Star } from '#web/platform/star.tsx';
import classes from './rings.module.css';

/** The star and its rings on the brand panel: decoration only. */
export function Rings({ className }: { className?: string | undefined }) {
  return (
    <div aria-hidden className={`${classes.rings} ${className}`}>
      <svg viewBox="0 0 720 720" fill="none" stroke="currentColor">
        {[118, 178, 238, 298, 358].map((radius, index) => (
          <circle key={radius} cx="360" cy="360" r={radius} strokeOpacity={0.13 - index * 0.018} />
        ))}
      </svg>
      <Star size={96} className={classes.star} />
    </div>
  );
}
