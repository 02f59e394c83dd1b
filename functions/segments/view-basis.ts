import type { Place } from '#domain/places/place.ts';
import type { SegmentCuts } from '#domain/segments/cuts.ts';
import type { History } from '#domain/segments/history.ts';
import type { Payers } from '#domain/segments/payers.ts';
import type { SegmentSettings } from '#domain/segments/settings.ts';

/** What the nightly pass has read, and what each of its views is made of. */
export type ViewBasis = {
  history: History;
  payers: Payers;
  cuts: SegmentCuts;
  settings: SegmentSettings;
  /** The workspace's today. */
  day: string;
  /** Where those live who have said it, payers or not. */
  placed: readonly { id: string; place: Place }[];
};
