import * as z from 'zod';
import { Refusal } from './refusal.ts';

export const DataType = z.enum(['text', 'json', 'binary']);
export type DataType = z.infer<typeof DataType>;

/** `raw` is what plain sockets and the upstream get; `json` is the same as the "data" member of a frame. */
export type Payload = { dataType: DataType; raw: string | Buffer; json: string };

/** Who a frame says it comes from. Without a group it comes from the server. */
export type Origin = { group?: string | undefined; fromUserId?: string | undefined };

export const textPayload = (raw: string): Payload => ({ dataType: 'text', raw, json: JSON.stringify(raw) });
export const jsonPayload = (raw: string): Payload => ({ dataType: 'json', raw, json: raw });
export const binaryPayload = (raw: Buffer): Payload => ({
  dataType: 'binary',
  raw,
  json: `"${raw.toString('base64')}"`,
});

/** The payload of an HTTP body. Azure knows these three content types. */
export function payloadOf(contentType: string, body: Buffer): Payload {
  const kind = contentType.split(';')[0]?.trim().toLowerCase();
  if (kind === 'text/plain') return textPayload(body.toString());
  if (kind === 'application/octet-stream') return binaryPayload(body);
  if (kind !== 'application/json') throw new Refusal(415, `The content type '${contentType}' is not supported.`);
  return jsonPayload(checkedJson(body.toString()));
}

function checkedJson(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.');
  }
}

/**
 * A message frame without its opening brace: written once for all receivers, each reliable one puts its own sequence id
 * in front. The order of the members is part of the protocol.
 */
export function frameTail(payload: Payload, { group, fromUserId }: Origin): string {
  const from = group === undefined ? 'server' : 'group';
  const user = fromUserId === undefined ? '' : `"fromUserId":${JSON.stringify(fromUserId)},`;
  const place = group === undefined ? '' : `"group":${JSON.stringify(group)},`;
  return `"type":"message","from":"${from}",${user}${place}"dataType":"${payload.dataType}","data":${payload.json}}`;
}
