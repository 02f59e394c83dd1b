import { config } from './config.ts';
import type { Facts } from './finding.ts';
import type { Redacted } from './redacted.ts';

export type Told = {
  /** The invocation's. */
  id: string;
  name: string;
  /** Of HTTP only. */
  method?: string | undefined;
  status?: number | undefined;
  /** Milliseconds since 1970. */
  startedAt: number;
  endedAt: number;
  isFailed: boolean;
  facts: Facts;
};

export type Insights = {
  request: (told: Told) => void;
  event: (id: string, event: string, facts: Facts) => void;
  exception: (id: string, error: Redacted, facts: Facts) => void;
  flush: () => Promise<void>;
};

const { telemetry: settings } = config;
let loaded: Promise<Insights> | undefined;

/** Nobody waits for it, and what cannot be told stops nothing: the same stands in the log. */
export function toInsights(tell: (insights: Insights) => void): void {
  if (!settings) return;
  loaded ??= import('./insights.ts').then(({ insightsOf }) => insightsOf(settings));
  void loaded.then(tell).catch(() => undefined);
}

/** Sends what was told and is still here: before the process goes. */
export const flushTelemetry = async (): Promise<void> =>
  loaded?.then((insights) => insights.flush()).catch(() => undefined);
