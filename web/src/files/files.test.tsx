import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { customerRoutes } from '#domain/customers/routes.ts';
import type { StoredFile } from '#domain/files/file.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { makeFile, makePicture } from '#web/testing/make-file.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { makeStanding } from '#web/testing/make-standing.ts';
import { picturesLoad } from '#web/testing/pictures.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';
import { holdUploads, releaseUploads } from '#web/testing/uploads.ts';

/** A customer's page whose files are kept as the server keeps them. */
async function openFiles(stored: StoredFile[] = []) {
  const customer = makeScored();
  picturesLoad();
  signedInAs('admin');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(customerRoutes.get, customer);
  answer(segmentRoutes.standing, makeStanding({ customer }));
  answer(fileRoutes.ofCustomer, () => ({ items: [...stored] }));
  answer(fileRoutes.addToCustomer, ({ params, query, bytes }) => {
    const { name, size } = bytes as unknown as File;
    const place = { kind: 'customer', id: params.customerId } as const;
    const file = makeFile({ id: query.fileId, place, name, bytes: size });
    stored.unshift(file);
    return file;
  });
  const page = await renderPage(`/customers/${customer.id}`);
  const list = page.getByRole('region', { name: 'Files', exact: true });
  await expect.element(list.getByRole('button', { name: 'Add files' })).toBeVisible();
  return { page, list, stored, customer };
}

const until = (check: () => boolean) => vi.waitUntil(check, { timeout: 10_000, interval: 5 });

type Opened = Awaited<ReturnType<typeof openFiles>>;

/** As they are dropped on the list, one event at a time. */
function drag({ list }: Opened, type: 'dragover' | 'drop', files: File[]): void {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  list.element().dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}
const add = (opened: Opened, files: File[]) => drag(opened, 'drop', files);
const pdf = (name: string, bytes = 2000): File => new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
const names = ({ list }: Opened): string[] =>
  list
    .getByRole('button', { name: /\.(pdf|jpg)\s/ })
    .elements()
    .map(({ textContent }) => textContent);

describe('adding files', () => {
  test('F139 F142: several PDFs at once are sent three at a time, and stand in the list as each arrives', async () => {
    const opened = await openFiles();
    const held = holdUploads();
    await expect.element(opened.list.getByText('No files yet. Drop some here.')).toBeVisible();
    add(
      opened,
      Array.from({ length: 5 }, (_, at) => pdf(`sketch ${at}.pdf`)),
    );
    await expect.element(opened.list.getByText('Sending 5 files…')).toBeVisible();
    await until(() => held.length === 3);
    expect(opened.list.getByText('Waiting').elements()).toHaveLength(2);

    held[0]!.percent(50);
    await expect
      .element(opened.list.getByRole('progressbar', { name: 'Progress of sketch 0.pdf' }))
      .toHaveAttribute('aria-valuenow', '50');
    held[0]!.finish();
    await until(() => held.length === 4);
    await expect.element(opened.list.getByRole('button', { name: /^sketch 0\.pdf 2 kB$/ })).toBeVisible();
    for (const at of [1, 2, 3]) held[at]!.finish();
    await until(() => held.length === 5);
    held[4]!.finish();
    await until(() => names(opened).length === 5);
    await expect.element(opened.list.getByRole('list', { name: 'Uploads' })).not.toBeInTheDocument();
  });

  test('one is cancelled on its way, and the next takes its place', async () => {
    const opened = await openFiles();
    const held = holdUploads();
    add(
      opened,
      Array.from({ length: 4 }, (_, at) => pdf(`sketch ${at}.pdf`)),
    );
    await until(() => held.length === 3);
    await opened.list.getByRole('button', { name: 'Cancel sketch 1.pdf' }).click();
    await until(() => held.length === 4);
    for (const upload of held) upload.finish();
    await until(() => names(opened).length === 3);
    expect(opened.stored.map(({ name }) => name).toSorted()).toEqual(['sketch 0.pdf', 'sketch 2.pdf', 'sketch 3.pdf']);
  });

  test('what failed says why and goes again, under the same id', async () => {
    const opened = await openFiles();
    const ids: string[] = [];
    answer(fileRoutes.addToCustomer, ({ query }) => {
      ids.push(query.fileId);
      throw problems.busy(2);
    });
    add(opened, [pdf('sketch.pdf')]);
    await expect.element(opened.list.getByRole('alert')).toHaveTextContent('Please try again in 2 seconds.');
    answer(fileRoutes.addToCustomer, ({ query }) => {
      ids.push(query.fileId);
      const file = makeFile({
        id: query.fileId,
        name: 'sketch.pdf',
        place: { kind: 'customer', id: opened.customer.id },
      });
      opened.stored.push(file);
      return file;
    });
    await opened.list.getByRole('button', { name: 'Retry sketch.pdf' }).click();
    await until(() => names(opened).length === 1);
    expect(ids[1]).toBe(ids[0]);
  });

  test.each<[string, File, string]>([
    ['26 MB', pdf('large.pdf', 26_000_000), 'It is larger than 25 MB.'],
    ['nothing', pdf('empty.pdf', 0), 'It is empty.'],
    ['a program', pdf('ring.pdf.exe'), 'Files that end in .exe can run on a computer and are not accepted.'],
  ])('%s is refused before a byte is sent, and what comes with it is sent', async (_, file, reason) => {
    const opened = await openFiles();
    add(opened, [file, pdf('sketch.pdf')]);
    await expect.element(opened.list.getByRole('alert')).toHaveTextContent(reason);
    await expect.poll(() => opened.stored.map(({ name }) => name)).toEqual(['sketch.pdf']);
    await opened.list.getByRole('button', { name: `Remove ${file.name} from the list` }).click();
    await expect.element(opened.list.getByRole('alert')).not.toBeInTheDocument();
  });

  test('what the server refuses is not offered again', async () => {
    const opened = await openFiles();
    answer(fileRoutes.addToCustomer, () => {
      throw problems.badFile('It is a program, whatever its name says. Programs are not accepted.');
    });
    add(opened, [pdf('ring.png')]);
    await expect
      .element(opened.list.getByRole('alert'))
      .toHaveTextContent('It is a program, whatever its name says. Programs are not accepted.');
    expect(opened.list.getByRole('button', { name: /Retry/ }).elements()).toEqual([]);
    await opened.list.getByRole('button', { name: 'Remove ring.png from the list' }).click();
  });

  test('200 files at once are all stored, and the page stays at hand meanwhile', async () => {
    const opened = await openFiles();
    const held = holdUploads();
    add(
      opened,
      Array.from({ length: 200 }, (_, at) => pdf(`sketch ${at}.pdf`, 10)),
    );
    await expect.element(opened.list.getByText('Sending 200 files…')).toBeVisible();
    expect(held.length).toBe(3);
    await opened.list.getByRole('button', { name: 'Cancel sketch 3.pdf' }).click();
    await expect.element(opened.list.getByText('Sending 199 files…')).toBeVisible();
    await expect.element(opened.list.getByText('and 169 more')).toBeVisible();
    releaseUploads();
    await vi.waitUntil(() => opened.stored.length === 199, { timeout: 50_000 });
    await expect.element(opened.list.getByRole('button', { name: 'Show all 199 files' })).toBeVisible();
    expect(opened.stored).toHaveLength(199);
  }, 60_000);

  test('files that are chosen are sent, and so are files that are dropped on the list', async () => {
    const opened = await openFiles();
    await opened.list.getByLabelText('Files to add').upload([pdf('chosen.pdf'), pdf('also chosen.pdf')]);
    await until(() => names(opened).length === 2);
    drag(opened, 'dragover', [pdf('dropped.pdf')]);
    await expect.element(opened.list).toHaveAttribute('data-over');
    drag(opened, 'drop', [pdf('dropped.pdf')]);
    await until(() => names(opened).length === 3);
    await expect.element(opened.list).not.toHaveAttribute('data-over');
  });
});

describe('the list', () => {
  test('a file is deleted, and taken back within ten seconds', async () => {
    const [one, other] = [makeFile({ name: 'one.pdf' }), makeFile({ name: 'other.pdf' })];
    const opened = await openFiles([one, other]);
    answer(fileRoutes.remove, ({ params }) => {
      opened.stored.splice(
        opened.stored.findIndex(({ id }) => id === params.fileId),
        1,
      );
    });
    answer(fileRoutes.restore, ({ params }) => {
      expect(params.fileId).toBe(one.id);
      opened.stored.push(one);
      return one;
    });
    await opened.list.getByText('one.pdf').hover();
    await opened.list.getByRole('button', { name: 'Delete one.pdf' }).click();
    await expect.element(opened.page.getByText(/one\.pdf deleted/)).toBeVisible();
    await until(() => names(opened).length === 1);
    await opened.page.getByRole('button', { name: 'Undo' }).click();
    await until(() => names(opened).length === 2);
  });

  test('a file that is being checked, or was found harmful, says so', async () => {
    const { list } = await openFiles([makeFile({ state: 'checking' }), makeFile({ state: 'quarantined' })]);
    await expect.element(list.getByText('Being checked')).toBeVisible();
    await expect.element(list.getByText('Harmful, blocked')).toBeVisible();
  });

  test('that cannot be read can be asked for again', async () => {
    const opened = await openFiles();
    answer(fileRoutes.ofCustomer, () => {
      throw new ProblemError({ type: 'about:blank', title: 'Something went wrong on our side', status: 400 });
    });
    const page = await renderPage(`/customers/${crypto.randomUUID()}`);
    await expect.element(page.getByText('Something went wrong on our side').first()).toBeVisible();
    answer(fileRoutes.ofCustomer, { items: [] });
    await page.getByRole('button', { name: 'Retry' }).first().click();
    await expect.element(opened.page.getByText('No files yet. Drop some here.').first()).toBeVisible();
  });
});

describe('F194 the preview', () => {
  const files = [makePicture(), makeFile(), makeFile({ name: 'prices.zip', type: 'application/zip' })];
  const openPreview = async () => {
    const opened = await openFiles([...files]);
    const links: string[] = [];
    answer(fileRoutes.link, ({ params }) => {
      links.push(params.fileId);
      return { url: '/favicon.svg', expiresAt: '2026-11-20T09:10:00.000Z' };
    });
    await opened.list.getByRole('button', { name: /^grandmother-ring\.jpg/ }).click();
    return { ...opened, links, dialog: opened.page.getByRole('dialog') };
  };

  test('shows a picture, a PDF in a frame, and of others what they are; arrows lead on, Escape leads back', async () => {
    const { page, dialog } = await openPreview();
    await expect.element(dialog.getByRole('img', { name: 'grandmother-ring.jpg' })).toBeVisible();
    await expect.element(dialog.getByText('1.8 MB · 1 of 3')).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Previous file' })).toBeDisabled();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(dialog.getByTitle('Valuation 2019.pdf')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(dialog.getByText('This kind of file is not shown here.')).toBeVisible();
    await expect.element(dialog.getByRole('button', { name: 'Next file' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Previous file' }).click();
    await expect.element(dialog.getByTitle('Valuation 2019.pdf')).toBeVisible();

    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: /^grandmother-ring\.jpg/ })).toHaveFocus();
  });

  test('a download asks for a link of its own: one from before may have expired', async () => {
    const { dialog, links } = await openPreview();
    await expect.element(dialog.getByRole('img', { name: 'grandmother-ring.jpg' })).toBeVisible();
    expect(links).toHaveLength(1);
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await dialog.getByRole('button', { name: 'Download' }).click();
    await until(() => clicked.mock.calls.length === 1);
    expect(links).toHaveLength(2);
    clicked.mockRestore();
  });

  test('a file that cannot be opened says why', async () => {
    const opened = await openFiles([makeFile()]);
    answer(fileRoutes.link, () => {
      throw problems.fileChecking();
    });
    await opened.list.getByRole('button', { name: /^Valuation/ }).click();
    await expect
      .element(opened.page.getByRole('dialog').getByText(/This file is still being checked for viruses/))
      .toBeVisible();
  });
});
