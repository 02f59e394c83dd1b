import { geoCentroid, geoCircle, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { GeometryCollection } from 'geojson';
import type { CustomersAtPlace } from '#domain/places/routes.ts';
import { type Label, labelsOf } from './map-labels.ts';
import { keyOf } from './place-words.ts';
import { mainlandOf, outlines } from './world.ts';

export type Bubble = { key: string; spot: CustomersAtPlace; x: number; y: number; radius: number; isFaint: boolean };
export type MapLayout = {
  lands: { country: string | null; name: string; path: string }[];
  /** The largest first. */
  bubbles: Bubble[];
  labels: Label[];
};
/** In pixels; without a country the whole world. The fullest spots first. */
type Wish = { width: number; height: number; country: string | null; spots: readonly CustomersAtPlace[] };
type Point = [longitude: number, latitude: number];

const edge = 12;
const smallest = 3;
const mostLabels = { world: 8, country: 14 };

/** Where everything on the map stands. A bubble's area is its customers; those of other countries are faint. */
export function layoutOf({ width, height, country, spots }: Wish): MapLayout {
  const placed = spots.flatMap(({ at, ...spot }) => (at ? [{ ...spot, at }] : []));
  const isMeant = ({ place }: Pick<CustomersAtPlace, 'place'>) => country === null || place.country === country;
  const meant = placed.filter(isMeant);
  const shown =
    country === null
      ? wholeWorld
      : countryShape(
          country,
          meant.map(({ at }) => at),
        );
  const view = viewOf(shown, width, height);
  const path = geoPath(view);

  const fullest = Math.max(1, ...meant.map(({ customers }) => customers));
  const largest = Math.min(24, Math.max(12, width / 34));
  const bubbles = placed.flatMap((spot): Bubble[] => {
    const [x, y] = view(spot.at) ?? [-1, -1];
    if (x < 0 || y < 0 || x > width || y > height) return [];
    const radius = Math.min(largest, Math.max(smallest, largest * Math.sqrt(spot.customers / fullest)));
    return [{ key: keyOf(spot.place), spot, x, y, radius, isFaint: !isMeant(spot) }];
  });
  const named = bubbles.flatMap(({ isFaint, spot, ...bubble }) =>
    isFaint ? [] : [{ ...bubble, name: spot.place.name }],
  );
  return {
    lands: outlines.map(({ country, name, shape }) => ({ country, name, path: path(shape) ?? '' })),
    bubbles,
    labels: labelsOf(named, { width, height, most: country ? mostLabels.country : mostLabels.world }),
  };
}

const wholeWorld: GeometryCollection = {
  type: 'GeometryCollection',
  geometries: outlines.map(({ shape }) => shape),
};

/** A country as far as it is one piece, and wherever else in it customers are. */
function countryShape(country: string, points: readonly Point[]): GeometryCollection {
  const mainland = mainlandOf(country);
  // A point has no size to fit a map to; a circle around it has. An island without an outline is seen by its neighbours.
  const degrees = mainland ? 0.7 : 5;
  const around = points.map((at) => geoCircle().center(at).radius(degrees)());
  return { type: 'GeometryCollection', geometries: mainland ? [mainland, ...around] : around };
}

function viewOf(shown: GeometryCollection, width: number, height: number) {
  // Turned to the middle of a country: at the edge of a world map it would lean.
  const turned = shown === wholeWorld ? 0 : -geoCentroid(shown)[0];
  return geoNaturalEarth1()
    .rotate([turned, 0])
    .fitExtent(
      [
        [edge, edge],
        [width - edge, height - edge],
      ],
      shown,
    )
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]);
}
