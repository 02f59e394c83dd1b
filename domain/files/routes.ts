import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { route } from '#domain/kernel/route.ts';
import { Moment } from '#domain/kernel/time.ts';
import { maxFileBytes, StoredFile } from './file.ts';

const ofRoom = z.strictObject({ roomId: Id });
const ofCustomer = z.strictObject({ customerId: Id });
const params = z.strictObject({ fileId: Id });
/** Made by the client: uploading twice stores once. */
const query = z.strictObject({ fileId: Id });
const raw = { types: ['application/octet-stream'] };
const files = z.object({ items: z.array(StoredFile) });

export const fileRoutes = {
  ofRoom: route({
    method: 'GET',
    path: 'rooms/{roomId}/files',
    summary: 'The files of a room, and so of its task, newest first',
    access: 'rooms.talk',
    params: ofRoom,
    result: files,
  }),
  addToRoom: route({
    method: 'POST',
    path: 'rooms/{roomId}/files',
    summary: 'Upload a file of at most 25 MB to a room; x-file-name says its name',
    access: 'rooms.talk',
    params: ofRoom,
    query,
    raw,
    maxBytes: maxFileBytes,
    result: StoredFile,
    status: 201,
  }),
  ofCustomer: route({
    method: 'GET',
    path: 'customers/{customerId}/files',
    summary: 'The files of a customer, newest first',
    access: 'customers.view',
    params: ofCustomer,
    result: files,
  }),
  addToCustomer: route({
    method: 'POST',
    path: 'customers/{customerId}/files',
    summary: 'Upload a file of at most 25 MB to a customer; x-file-name says its name',
    access: 'customers.view',
    params: ofCustomer,
    query,
    raw,
    maxBytes: maxFileBytes,
    result: StoredFile,
    status: 201,
  }),
  thumbnail: route({
    method: 'GET',
    path: 'files/{fileId}/thumbnail',
    summary: 'A small picture of a picture',
    access: 'rooms.talk',
    params,
    produces: 'image/webp',
    cache: 'immutable',
  }),
  link: route({
    method: 'POST',
    path: 'files/{fileId}/link',
    summary: 'An address for the bytes that is good for ten minutes',
    access: 'rooms.talk',
    params,
    result: z.object({ url: z.string(), expiresAt: Moment }),
  }),
  open: route({
    method: 'GET',
    path: 'files/open/{token}',
    summary: 'The bytes behind a link; 410 when its time is over',
    access: 'public',
    params: z.strictObject({ token: z.string().max(600) }),
    produces: 'file',
  }),
  remove: route({
    method: 'DELETE',
    path: 'files/{fileId}',
    summary: 'Delete a file: one’s own, or as a leader anybody’s',
    access: 'rooms.talk',
    params,
  }),
  restore: route({
    method: 'POST',
    path: 'files/{fileId}/restore',
    summary: 'Take a deleted file back, for 30 days',
    access: 'rooms.talk',
    params,
    result: StoredFile,
  }),
};
