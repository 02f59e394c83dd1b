import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { fileRoutes } from '#domain/files/routes.ts';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import type { Message } from '#domain/rooms/message.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { offline } from '#web/platform/problem-of.ts';
import { answer } from '#web/testing/answer.ts';
import { makeFile, makePicture, inMessage } from '#web/testing/make-file.ts';
import { makeMessage } from '#web/testing/make-scored.ts';
import { field, renderChat, type ServedRoom, serveRoom, tomas } from '#web/testing/room.tsx';
import { holdUploads } from '#web/testing/uploads.ts';
import { outbox } from './outbox.ts';

type Page = Awaited<ReturnType<typeof renderChat>>;

function serve(): ServedRoom {
  answer(fileRoutes.ofRoom, { items: [] });
  return serveRoom();
}

afterEach(async () => {
  await cleanup();
  for (const { place } of await outbox.of(tomas.id)) await outbox.remove(place);
});

const write = async (page: Page, ...texts: string[]) => {
  await field(page).click();
  for (const text of texts) await userEvent.keyboard(`${text}{Enter}`);
};
const texts = (room: ServedRoom) => room.entries.map((entry) => (entry as Message).text);

/** Sending fails as without network until the returned function is called. */
function goOffline(room: ServedRoom): { attempts: string[]; goOnline: () => void } {
  const attempts: string[] = [];
  let isOffline = true;
  answer(roomRoutes.send, ({ body }) => {
    attempts.push(body.messageId);
    if (isOffline) throw new ProblemError({ ...offline, status: 503 });
    const stored = room.entries.find(({ id }) => id === body.messageId);
    if (stored) return stored as Message;
    const message = makeMessage(room.entries.length + 1, {
      id: body.messageId,
      text: body.text,
      sender: { id: tomas.id, name: tomas.name, role: 'employee' },
    });
    room.store(message);
    return message;
  });
  const goOnline = () => {
    isOffline = false;
    window.dispatchEvent(new Event('online'));
  };
  return { attempts, goOnline };
}

describe('F192 F196 what cannot be sent', () => {
  test('waits with its reason, and goes out by itself and in order when the network is back', async () => {
    const room = serve();
    const { goOnline } = goOffline(room);
    const page = await renderChat(room);
    await write(page, 'First', 'Second', 'Third');
    await expect.element(page.getByText(/Not sent yet: StarOne cannot be reached/)).toBeVisible();
    await expect.element(page.getByText('Sending…').first()).toBeVisible();
    goOnline();
    await expect.element(page.getByText('Sent', { exact: true })).toBeVisible();
    await expect.poll(() => texts(room)).toEqual(['First', 'Second', 'Third']);
    await expect.poll(() => outbox.of(tomas.id)).toEqual([]);
  });

  test('survives a reload, goes out by itself and is stored once', async () => {
    const room = serve();
    const { attempts, goOnline } = goOffline(room);
    const first = await renderChat(room);
    await write(first, 'Ready by five');
    await expect.element(first.getByText(/Not sent yet/)).toBeVisible();
    await first.unmount();
    goOnline();
    const again = await renderChat(room);
    await expect.element(again.getByText('Sent', { exact: true })).toBeVisible();
    expect(again.getByText('Ready by five').elements()).toHaveLength(1);
    expect(new Set(attempts).size).toBe(1);
  });

  test('is sent by one of two tabs', async () => {
    const room = serve();
    const { attempts, goOnline } = goOffline(room);
    const one = await renderChat(room);
    await write(one, 'Only once');
    const two = await renderChat(room);
    await expect.element(two.getByText('Only once').nth(1)).toBeVisible();
    await vi.waitUntil(() => attempts.length > 0);
    goOnline();
    await expect.poll(() => outbox.of(tomas.id)).toEqual([]);
    expect(texts(room)).toEqual(['Only once']);
  });

  test('because the server refuses it stays until its writer decides, and lets the others pass', async () => {
    const room = serve();
    let isRefused = true;
    answer(roomRoutes.send, ({ body }) => {
      if (isRefused && body.text === 'First') throw problems.forbidden();
      const message = makeMessage(room.entries.length + 1, { id: body.messageId, text: body.text });
      room.store(message);
      return message;
    });
    const page = await renderChat(room);
    await write(page, 'First', 'Second');
    await expect.element(page.getByText(/Not sent: Your role does not allow this/)).toBeVisible();
    await expect.poll(() => texts(room)).toEqual(['Second']);
    isRefused = false;
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => texts(room)).toEqual(['Second', 'First']);
  });

  test('can be taken away', async () => {
    const room = serve();
    goOffline(room);
    const page = await renderChat(room);
    await write(page, 'Never mind');
    await page.getByRole('button', { name: 'Remove' }).click();
    await expect.element(page.getByText('Never mind')).not.toBeInTheDocument();
  });
});

describe('F194 Q26 files in a message', () => {
  const pdf = () => new File(['%PDF-1.7'], 'Valuation 2019.pdf', { type: 'application/pdf' });
  const attach = async (page: Page, ...files: File[]) => {
    await expect.element(field(page)).toBeVisible();
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    field(page)
      .element()
      .dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
  };
  const keep = (room: ServedRoom) =>
    answer(fileRoutes.addToRoom, ({ query }) =>
      makeFile({ id: query.fileId, place: { kind: 'room', id: room.room.id } }),
    );

  test('dropped anywhere in the chat are sent with it', async () => {
    const room = serve();
    keep(room);
    const page = await renderChat(room);
    await attach(page, pdf());
    await expect.element(page.getByRole('list', { name: 'Attached files' })).toHaveTextContent('Valuation 2019.pdf');
    await write(page, 'Here it is');
    await expect.poll(() => room.entries).toMatchObject([{ text: 'Here it is', files: [{ name: 'ring.jpg' }] }]);
    await expect.element(page.getByRole('list', { name: 'Attached files' })).not.toBeInTheDocument();
  });

  test('that are still on their way are brought to their end before the message goes', async () => {
    const room = serve();
    const stored: string[] = [];
    holdUploads();
    const page = await renderChat(room);
    await attach(page, pdf());
    await expect.element(page.getByText('Sending 1 file…')).toBeVisible();
    answer(fileRoutes.addToRoom, ({ query }) => {
      expect(room.entries).toEqual([]);
      stored.push(query.fileId);
      return makeFile({ id: query.fileId });
    });
    await write(page, 'Soon');
    await expect.poll(() => room.entries).toMatchObject([{ text: 'Soon' }]);
    expect(room.entries).toMatchObject([{ files: [{ id: stored[0] }] }]);
  });

  test('that are refused say so, with the message, and nothing is lost', async () => {
    const room = serve();
    holdUploads();
    const page = await renderChat(room);
    await attach(page, pdf());
    await expect.element(page.getByText('Sending 1 file…')).toBeVisible();
    answer(fileRoutes.addToRoom, () => {
      throw problems.forbidden();
    });
    await write(page, 'Soon');
    await expect.element(page.getByText(/Not sent: Your role does not allow this/)).toBeVisible();
    await expect.element(page.getByText('Valuation 2019.pdf')).toBeVisible();
    keep(room);
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.poll(() => room.entries).toMatchObject([{ text: 'Soon' }]);
  });

  test('go in the order they were chosen, whichever arrives first', async () => {
    const room = serve();
    const held = holdUploads();
    const page = await renderChat(room);
    await attach(page, pdf(), new File(['Size N'], 'Note.txt', { type: 'text/plain' }));
    const list = page.getByRole('list', { name: 'Attached files' });
    const ids: string[] = [];
    const arrive = (at: number, name: string) => {
      answer(fileRoutes.addToRoom, ({ query }) => {
        ids[at] = query.fileId;
        return makeFile({ id: query.fileId, name });
      });
      held[at]!.finish();
    };
    arrive(1, 'Note.txt');
    await expect.element(list).toHaveTextContent('Note.txt');
    arrive(0, 'Valuation 2019.pdf');
    await expect.element(list).toHaveTextContent('Valuation 2019.pdfNote.txt');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => room.entries).toMatchObject([{ files: ids.map((id) => ({ id })) }]);
  });

  test('are not needed to have words', async () => {
    const room = serve();
    keep(room);
    const page = await renderChat(room);
    await attach(page, pdf());
    await expect.element(page.getByRole('list', { name: 'Attached files' })).toBeVisible();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => room.entries).toMatchObject([{ text: '', files: [{ name: 'ring.jpg' }] }]);
  });

  test('that were sent stand in the bubble', async () => {
    const room = serve();
    room.store(makeMessage(1, { files: [inMessage(makePicture()), inMessage(makeFile())] }));
    const page = await renderChat(room);
    await expect.element(page.getByRole('button', { name: /Open Valuation 2019.pdf/ })).toBeVisible();
  });
});
