import type { FileInRoom, StoredFile } from '#domain/files/file.ts';

/** A small PDF of a customer, sent by somebody else. */
export const makeFile = (change: Partial<StoredFile> = {}): StoredFile => ({
  id: crypto.randomUUID(),
  place: { kind: 'customer', id: crypto.randomUUID() },
  name: 'Valuation 2019.pdf',
  type: 'application/pdf',
  bytes: 240_000,
  picture: null,
  state: 'ready',
  by: { id: crypto.randomUUID(), name: 'Dipika Sarraf' },
  createdAt: '2026-11-20T09:00:00.000Z',
  deletedAt: null,
  ...change,
});

export const makePicture = (change: Partial<StoredFile> = {}): StoredFile =>
  makeFile({
    name: 'grandmother-ring.jpg',
    type: 'image/jpeg',
    bytes: 1_800_000,
    picture: { width: 1200, height: 760 },
    ...change,
  });

export const inMessage = ({ id, name, type, bytes, picture }: StoredFile): FileInRoom => ({
  id,
  name,
  type,
  bytes,
  picture,
});
