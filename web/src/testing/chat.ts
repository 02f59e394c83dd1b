import { memberRoutes } from '#domain/members/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from './answer.ts';
import { make } from './make.ts';
import { inRoom, makeRoom, people } from './make-room.ts';
import { type renderPage, signedInAs } from './render-page.tsx';

const { ines, noor, tomas } = people;

/** Rooms that Tomas is in. */
export const ring = makeRoom();
export const clasp = makeRoom({ title: 'New clasp' });
export const direct = makeRoom({ kind: 'direct', title: '', members: [inRoom(tomas), inRoom(noor)] });
export const team = makeRoom({ kind: 'team', title: 'Workshop', members: [inRoom(tomas), inRoom(noor), inRoom(ines)] });

/** Tomas is signed in, and Noor and Ines are his colleagues. */
export function asTomas(): void {
  signedInAs('employee', tomas);
  answer(taskRoutes.get, make.task());
  const withEmail = [tomas, noor, ines].map((one) => ({
    ...one,
    email: `${one.name.split(' ')[0]!.toLowerCase()}@example.com`,
  }));
  answer(memberRoutes.colleagues, { items: withEmail });
}

type Page = Awaited<ReturnType<typeof renderPage>>;
export const roomList = (page: Page) => page.getByRole('list', { name: 'Conversations' });
export const row = (page: Page, name: string | RegExp) => roomList(page).getByRole('link', { name });
