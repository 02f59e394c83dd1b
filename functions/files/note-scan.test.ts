import { expect, test } from 'vitest';
import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import { refusalOf, refusalsOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { addFile } from './add-file.ts';
import { filesForMessage } from './files-for-message.ts';
import { noteScan, ScanResult } from './note-scan.ts';
import { linkFile, openFile, showThumbnail } from './open-file.ts';
import { aRoom } from './testing/a-room.ts';
import { samples } from './testing/samples.ts';

const fail = (error: unknown): never => {
  throw error;
};

/** As Event Grid brings it. */
const scanned = (
  { workspaceId }: Pick<Work, 'workspaceId'>,
  fileId: string,
  scanResultType: string,
  part = 'original',
) =>
  ScanResult.parse({
    id: '52d00da0-8f1a-4c3c-aa2c-24831967356b',
    subject: `storageAccounts/starone/containers/files/blobs/${workspaceId}/${fileId}/${part}`,
    data: {
      correlationId: '52d00da0-8f1a-4c3c-aa2c-24831967356b',
      blobUri: `https://starone.blob.core.windows.net/files/${workspaceId}/${fileId}/${part}`,
      eTag: '0x8DB4C9327B08CBF',
      scanFinishedTimeUtc: '2026-03-02T09:00:00.1234567Z',
      scanResultType,
      scanResultDetails: scanResultType === 'Malicious' ? { malwareNamesFound: ['DOS/EICAR_Test_File'] } : null,
    },
    eventType: 'Microsoft.Security.MalwareScanningResult',
    dataVersion: '1.0',
    metadataVersion: '1',
    eventTime: '2026-03-02T09:00:00.2234567Z',
    topic: '/subscriptions/1/resourceGroups/2/providers/Microsoft.EventGrid/topics/scans',
  });

const sendToScan = async (work: Work, place: FilePlace): Promise<StoredFile> => {
  const sent = { fileId: crypto.randomUUID(), bytes: await samples.png(), fileName: 'hand.png' };
  return addFile(work, place, sent, true);
};

test(
  'where files are scanned, nobody gets at the bytes before the result; then everybody does',
  withCrm(async (crm) => {
    const { customer, place, roomId } = await aRoom(crm);
    const { id, state } = await sendToScan(customer, place);
    expect(state).toBe('checking');
    for (const refusal of await refusalsOf(linkFile(customer, id), showThumbnail(customer, id)))
      expect(refusal).toMatchObject({ status: 409, type: '/problems/file-checking' });
    // It may be named in a message meanwhile.
    expect(await filesForMessage(customer, roomId, [id])).toMatchObject([{ id, name: 'hand.png' }]);

    await noteScan(scanned(customer, id, 'No threats found', 'thumbnail'), fail);
    expect(await refusalOf(linkFile(customer, id))).toMatchObject({ status: 409 });
    await noteScan(scanned(customer, id, 'No threats found'), fail);
    expect(await refusalOf(linkFile(customer, id))).toBeNull();
  }),
);

test(
  'what was found harmful is never served again, whatever is said later',
  withCrm(async (crm) => {
    const { customer, place, roomId } = await aRoom(crm);
    const { id } = await sendToScan(customer, place);
    await noteScan(scanned(customer, id, 'No threats found'), fail);
    const word = (await linkFile(customer, id)).url.split('/').at(-1)!;
    await noteScan(scanned(customer, id, 'Malicious'), fail);
    await noteScan(scanned(customer, id, 'No threats found'), fail);
    for (const refusal of await refusalsOf(
      linkFile(customer, id),
      showThumbnail(customer, id),
      openFile(customer, word),
    ))
      expect(refusal).toMatchObject({ status: 409, type: '/problems/file-quarantined' });
    expect(await refusalOf(filesForMessage(customer, roomId, [id]))).toMatchObject({ status: 400 });
  }),
);

test(
  'a scan that failed opens nothing and is reported; one that comes before the file is brought again',
  withCrm(async (crm) => {
    const { customer, place } = await aRoom(crm);
    const { id } = await sendToScan(customer, place);
    const reported: unknown[] = [];
    await noteScan(scanned(customer, id, 'Error'), (error) => reported.push(error));
    expect(reported).toHaveLength(1);
    expect(await refusalOf(linkFile(customer, id))).toMatchObject({ status: 409 });
    await expect(noteScan(scanned(customer, crypto.randomUUID(), 'Malicious'), fail)).rejects.toThrow('not there yet');
  }),
);

test(
  'a message names only files of its own room that are there',
  withCrm(async (crm) => {
    const [{ customer, place }, other] = [await aRoom(crm), await aRoom(crm)];
    const { id } = await sendToScan(customer, place);
    for (const refusal of await refusalsOf(
      filesForMessage(customer, other.roomId, [id]),
      filesForMessage(customer, other.roomId, [crypto.randomUUID()]),
    ))
      expect(refusal).toMatchObject({ status: 400, errors: [{ pointer: '/body/files/0' }] });
  }),
);
