import { geoArea } from 'd3-geo';
import type { Geometry, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import topology from 'world-atlas/countries-110m.json' with { type: 'json' };

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
export type Outline = { country: string | null; name: string; shape: Geometry };

// TypeScript reads the kinds of its parts as any text.
const world = topology as unknown as World;
// Nobody buys there, and without it the rest is larger.
const antarctica = '010';

/** The countries of the world, coarse: the smallest islands are not among them. */
export const outlines: readonly Outline[] = feature(world, world.objects.countries)
  .features.filter(({ id }) => id !== antarctica)
  .map(({ id, properties: { name }, geometry }) => ({ country: codeOf(id, name), name, shape: geometry }));

/** The outlines carry the three figures of ISO 3166-1; a locale made of them is written with its two letters. */
function codeOf(id: string | number | undefined, name: string): string | null {
  if (id === undefined) return name === 'Kosovo' ? 'XK' : null;
  return new Intl.Locale(`und-${id}`).region ?? null;
}

/** The largest part of a country: with what it has overseas it would be a dot. Null where there is no outline. */
export function mainlandOf(country: string): Polygon | null {
  const shape = outlines.find((outline) => outline.country === country)?.shape;
  if (shape?.type === 'Polygon') return shape;
  if (shape?.type !== 'MultiPolygon') return null;
  const [largest] = shape.coordinates
    .map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
    .toSorted((one, other) => geoArea(other) - geoArea(one));
  return largest ?? null;
}
