import { refuseFile } from './refuse-file.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import type { ReadFile } from './table.ts';

const beginsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);
const zip = [0x50, 0x4b];
const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];

/** A file as rows of texts, whatever its name says it is; one that holds no table is refused with the reason. */
export async function readTable(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.byteLength === 0) throw refuseFile('The file is empty.');
  if (beginsWith(bytes, oldExcel)) {
    throw refuseFile('This is a workbook of an old Excel (.xls). Please save it as XLSX or CSV.');
  }
  return beginsWith(bytes, zip) ? readXlsx(bytes) : readCsv(bytes);
}
