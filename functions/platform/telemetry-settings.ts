import * as z from 'zod';

/** Without the first, what happens is written into the log alone. */
export const TelemetrySettings = z.object({
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(/(^|;)InstrumentationKey=/)
    .optional()
    .describe('InstrumentationKey=7d9a1c2e-58f0-4b6e-9a53-0f1d2c3b4a59;IngestionEndpoint=https://...'),
  /** Set where Application Insights takes no keys; the Functions host reads it too. */
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: z
    .string()
    .regex(/(^|;)Authorization=AAD(;|$)/)
    .optional()
    .describe('Authorization=AAD;ClientId=7d9a1c2e-58f0-4b6e-9a53-0f1d2c3b4a59'),
  /** Set only where another host than Azure's own answers. */
  INSIGHTS_API: z.url().optional().describe('http://127.0.0.1:9600'),
  /** Read by the exporter: with 'yes' it sends Microsoft no figures about itself. */
  APPLICATION_INSIGHTS_NO_STATSBEAT: z.literal('yes').optional().describe('yes'),
});

export type Telemetry = { connection: string; isKeyless: boolean; api: string | undefined };

export function telemetryIn(settings: z.infer<typeof TelemetrySettings>): Telemetry | null {
  const connection = settings.APPLICATIONINSIGHTS_CONNECTION_STRING;
  if (!connection) return null;
  const isKeyless = settings.APPLICATIONINSIGHTS_AUTHENTICATION_STRING !== undefined;
  return { connection, isKeyless, api: settings.INSIGHTS_API };
}
