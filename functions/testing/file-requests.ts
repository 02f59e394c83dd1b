import { fileRoutes } from '#domain/files/routes.ts';
import { Person } from '#infra/people/person.ts';
import { aPhoto } from './a-photo.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

const aFile = async (): Promise<Blob> => new Blob([await aPhoto()], { type: 'application/octet-stream' });

/** A picture in the room of a task; its id. */
export async function sendFile(person: Person, roomId: string, fileName = 'ring.png'): Promise<string> {
  const sent = { params: { roomId }, query: { fileId: crypto.randomUUID() }, file: await aFile(), fileName };
  return (await person.call(fileRoutes.addToRoom, sent)).id;
}

/** The word in a link to a file's bytes. */
export async function linkWord(person: Person, fileId: string): Promise<string> {
  return (await person.call(fileRoutes.link, { params: { fileId } })).url.split('/').at(-1)!;
}

/** A leader has to join a room first; its customer is in it. */
const inRoom: Make = async ({ people, ids: { roomId } }) => ({ person: people.customer, sent: { params: { roomId } } });
const onFile: Make = async ({ people, ids: { fileId } }) => ({ person: people.customer, sent: { params: { fileId } } });

/** The accepted requests of the routes about files. */
export const fileRequests: Record<string, Make> = {
  'files-of-room': inRoom,

  'files-add-to-room': async ({ people, ids: { roomId } }) => ({
    person: people.customer,
    sent: { params: { roomId }, query: { fileId: crypto.randomUUID() }, file: await aFile() },
  }),

  'files-add-to-customer': async ({ people, ids: { customerId } }) => ({
    person: people.admin,
    sent: { params: { customerId }, query: { fileId: crypto.randomUUID() }, file: await aFile() },
  }),

  'files-thumbnail': onFile,

  'files-link': onFile,

  'files-open': async ({ where, people, ids: { fileId } }) => ({
    person: new Person(where.origin),
    sent: { params: { token: await linkWord(people.customer, fileId) } },
  }),

  'files-remove': async ({ people, ids: { roomId } }) => ({
    person: people.customer,
    sent: { params: { fileId: await sendFile(people.customer, roomId) } },
  }),

  'files-restore': onFile,
};
