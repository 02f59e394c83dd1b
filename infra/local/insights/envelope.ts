import * as z from 'zod';

const kinds = {
  RequestData: 'request',
  EventData: 'event',
  ExceptionData: 'exception',
  MetricData: 'metric',
} as const;
type BaseType = keyof typeof kinds;

/** What the exporter sends for each thing that is told: the parts that are looked at here, and all else as it came. */
export const Envelope = z.looseObject({
  time: z.iso.datetime(),
  iKey: z.uuid(),
  tags: z.record(z.string(), z.string()),
  data: z.looseObject({
    baseType: z.enum(Object.keys(kinds) as [BaseType, ...BaseType[]]),
    baseData: z.looseObject({ ver: z.literal(2), properties: z.record(z.string(), z.string()).default({}) }),
  }),
});
export type Envelope = z.infer<typeof Envelope>;

/** As a row of Application Insights shows it. */
export type Item = {
  kind: (typeof kinds)[BaseType];
  at: string;
  /** The invocation's id without its dashes. */
  operation: string;
  /** Of a request or an event its name, of an exception its type. */
  name: string;
  isFailed: boolean;
  status: string;
  /** `customDimensions`. */
  facts: Record<string, string>;
};

const Told = z.object({
  name: z.string().default(''),
  success: z.boolean().default(true),
  responseCode: z.string().default(''),
  exceptions: z.array(z.object({ typeName: z.string() })).default([]),
});

export function itemOf({ time, tags, data: { baseType, baseData } }: Envelope): Item {
  const { name, success, responseCode, exceptions } = Told.parse(baseData);
  return {
    kind: kinds[baseType],
    at: time,
    operation: tags['ai.operation.id'] ?? '',
    name: name || exceptions.map(({ typeName }) => typeName).join(', '),
    isFailed: !success,
    status: responseCode,
    facts: baseData.properties,
  };
}
