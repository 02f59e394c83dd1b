import { Link } from '@tanstack/react-router';
import { SegmentName, type SegmentSummary } from '#domain/segments/segment.ts';
import classes from './segments.module.css';

type Props = { summary: SegmentSummary; chosen: SegmentName | undefined };

/** Every segment with its count; a second click on the chosen one shows all again. */
export function SegmentCards({ summary, chosen }: Props) {
  return (
    <nav aria-label="Segments" className={classes.cards}>
      {SegmentName.options.map((name) => (
        <Link
          key={name}
          to="/segments"
          search={{ segment: name === chosen ? undefined : name }}
          aria-current={name === chosen ? 'true' : undefined}
        >
          <span className={classes.cardName}>{name}</span>
          <span className={classes.cardCount}>{(summary.counts[name] ?? 0).toLocaleString('en')}</span>
        </Link>
      ))}
    </nav>
  );
}
