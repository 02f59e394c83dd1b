import * as z from 'zod';
import { binaryPayload, DataType, jsonPayload, type Payload, textPayload } from './message.ts';

const ackId = z.int().nonnegative().optional();
const group = z.string().min(1).max(1024);
const content = { dataType: DataType.default('text'), data: z.unknown() };
const isText = { error: 'Text and binary data are strings.', path: ['data'] };
const fits = ({ dataType, data }: { dataType: DataType; data?: unknown }) =>
  dataType === 'json' || typeof data === 'string';

/** What a JSON client may send. Strict, so that what is not covered here is refused instead of half done. */
export const ClientFrame = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('joinGroup'), group, ackId }),
  z.strictObject({ type: z.literal('leaveGroup'), group, ackId }),
  z
    .strictObject({ type: z.literal('sendToGroup'), group, noEcho: z.boolean().default(false), ackId, ...content })
    .refine(fits, isText),
  z.strictObject({ type: z.literal('event'), event: z.string().min(1), ackId, ...content }).refine(fits, isText),
  z.strictObject({ type: z.literal('sequenceAck'), sequenceId: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;
export type Action = Extract<ClientFrame, { ackId?: unknown }>;
export type Publication = Extract<ClientFrame, { type: 'sendToGroup' }>;
export type UserEvent = Extract<ClientFrame, { type: 'event' }>;

/** Enough of an unknown frame to tell its sender so. */
export const UnknownFrame = z.looseObject({
  type: z.string(),
  ackId,
  invocationId: z.string().optional(),
});

export function payloadIn({ dataType, data }: { dataType: DataType; data?: unknown }): Payload {
  if (dataType === 'json') return jsonPayload(JSON.stringify(data ?? null));
  return dataType === 'text' ? textPayload(String(data)) : binaryPayload(Buffer.from(String(data), 'base64'));
}
