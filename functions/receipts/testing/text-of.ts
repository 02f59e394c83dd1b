import { extractText } from 'unpdf';

/** What a reader of the PDF would copy out of it, on all pages. */
export const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await extractText(new Uint8Array(pdf), { mergePages: true })).text;
