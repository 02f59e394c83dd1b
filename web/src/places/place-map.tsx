import { useElementSize } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { memo, useMemo } from 'react';
import type { CustomersAtPlace } from '#domain/places/routes.ts';
import { type Bubble, layoutOf, type MapLayout } from './map-layout.ts';
import classes from './places.module.css';

type Props = {
  /** The fullest first. */
  spots: readonly CustomersAtPlace[];
  /** The country that fills the map; null for the whole world. */
  country: string | null;
  /** The key of the place that is pointed at, here or in the table. */
  pointed: string | null;
  onPoint: (key: string | null) => void;
  /** What is told about the place that is pointed at. */
  tell: (spot: CustomersAtPlace) => string;
};

/** Where the customers are, for those who see and point: the tables beside it say and do the same. */
export function PlaceMap({ spots, country, pointed, onPoint, tell }: Props) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const height = Math.round(width * (country !== null && width < 600 ? 0.7 : 0.49));
  const layout = useMemo(
    () => (width === 0 ? null : layoutOf({ width, height, country, spots })),
    [width, height, country, spots],
  );
  const bubble = layout?.bubbles.find(({ key }) => key === pointed);
  return (
    <div ref={ref} className={classes.map} aria-hidden>
      {layout && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <Lands lands={layout.lands} spots={spots} chosen={country} />
          {layout.bubbles.map((bubble) => (
            <BubbleLink key={bubble.key} bubble={bubble} isPointed={bubble.key === pointed} onPoint={onPoint} />
          ))}
          {layout.labels.map(({ key, name, x, y, side }) => (
            <text key={key} x={x} y={y} textAnchor={side} className={classes.label}>
              {name}
            </text>
          ))}
        </svg>
      )}
      {bubble && (
        <Tip bubble={bubble} isLeft={bubble.x > width / 2}>
          {tell(bubble.spot)}
        </Tip>
      )}
    </div>
  );
}

type LandsProps = { lands: MapLayout['lands']; spots: readonly CustomersAtPlace[]; chosen: string | null };

const Lands = memo(({ lands, spots, chosen }: LandsProps) => {
  const settled = new Set(spots.map(({ place }) => place.country));
  return lands.map(({ country, name, path }) =>
    country && settled.has(country) ? (
      <Link key={name} to="/segments/places" search={{ country }} tabIndex={-1} resetScroll={false}>
        <path d={path} className={classes.land} data-settled data-chosen={country === chosen || undefined} />
      </Link>
    ) : (
      <path key={name} d={path} className={classes.land} />
    ),
  );
});

type BubbleProps = { bubble: Bubble; isPointed: boolean; onPoint: Props['onPoint'] };

const BubbleLink = ({ bubble: { key, spot, x, y, radius, isFaint }, isPointed, onPoint }: BubbleProps) => (
  <Link to="/segments/places" search={{ country: spot.place.country }} tabIndex={-1} resetScroll={false}>
    <circle
      cx={x}
      cy={y}
      r={radius}
      className={classes.bubble}
      data-faint={isFaint || undefined}
      data-pointed={isPointed || undefined}
      onPointerEnter={() => onPoint(key)}
      onPointerLeave={() => onPoint(null)}
    />
  </Link>
);

type TipProps = { bubble: Bubble; isLeft: boolean; children: string };

const Tip = ({ bubble: { spot, x, y, radius }, isLeft, children }: TipProps) => (
  <div
    className={classes.tip}
    data-side={isLeft ? 'left' : 'right'}
    style={{ left: isLeft ? x - radius : x + radius, top: y }}
  >
    <b>{spot.place.name}</b>
    <span>{children}</span>
  </div>
);
