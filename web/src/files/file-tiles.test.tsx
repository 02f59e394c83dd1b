import '#web/mantine.css';
import '#web/app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { FileInRoom } from '#domain/files/file.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { cssVariablesResolver, theme } from '#web/theme.ts';
import { answer } from '#web/testing/answer.ts';
import { inMessage, makeFile, makePicture } from '#web/testing/make-file.ts';
import { picturesLoad } from '#web/testing/pictures.ts';
import { FileTiles } from './file-tiles.tsx';

const show = (files: FileInRoom[]) =>
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>
      <QueryClientProvider client={new QueryClient()}>
        <FileTiles files={files} />
      </QueryClientProvider>
    </MantineProvider>,
  );

test('F194 a picture has its place before it is loaded, so that nothing jumps; all others are rows', async () => {
  picturesLoad();
  const page = await show([
    inMessage(makePicture()),
    inMessage(makePicture({ name: 'tall.png', picture: { width: 400, height: 1200 } })),
    inMessage(makePicture({ name: 'small.gif', picture: { width: 20, height: 10 } })),
    inMessage(makeFile({ name: 'अंगूठी.pdf' })),
  ]);
  const sizeOf = (name: string) => {
    const { width, height } = page.getByRole('img', { name }).element() as HTMLImageElement;
    return [width, height];
  };
  await expect.element(page.getByRole('button', { name: 'Open अंगूठी.pdf 240 kB' })).toBeVisible();
  expect(sizeOf('grandmother-ring.jpg')).toEqual([300, 190]);
  expect(sizeOf('tall.png')).toEqual([100, 300]);
  expect(sizeOf('small.gif')).toEqual([20, 10]);
});

test('F194 a file of a message opens from its tile', async () => {
  picturesLoad();
  answer(fileRoutes.link, { url: '/favicon.svg', expiresAt: '2026-11-20T09:10:00.000Z' });
  const page = await show([inMessage(makePicture()), inMessage(makeFile())]);
  await page.getByRole('button', { name: 'Open grandmother-ring.jpg' }).click();
  await expect.element(page.getByRole('dialog').getByText('1.8 MB · 1 of 2')).toBeVisible();
});

test('a picture that is not there any more is a row with its name', async () => {
  const page = await show([inMessage(makePicture())]);
  await expect.element(page.getByRole('button', { name: 'Open grandmother-ring.jpg 1.8 MB' })).toBeVisible();
});
