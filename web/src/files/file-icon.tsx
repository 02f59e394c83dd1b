import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileZip,
  IconMovie,
  IconMusic,
  IconPhoto,
} from '@tabler/icons-react';
import { endingOf } from '#domain/files/file-name.ts';

const byEnding = [
  [IconFileText, 'pdf doc docx odt rtf txt md pages'],
  [IconFileSpreadsheet, 'xls xlsx ods csv tsv numbers'],
  [IconFileZip, 'zip 7z rar gz tar'],
  [IconPhoto, 'heic tif tiff bmp svg psd'],
] as const;

const byType = [
  [IconPhoto, 'image/'],
  [IconMovie, 'video/'],
  [IconMusic, 'audio/'],
  [IconFileText, 'application/pdf'],
] as const;

type Props = { file: { name: string; type: string }; size?: number };

/** What kind of file it is, for the eye only: the name beside it says the same. */
export function FileIcon({ file: { name, type }, size = 16 }: Props) {
  const ending = endingOf(name);
  const [Icon = IconFile] =
    byType.find(([, start]) => type.startsWith(start)) ??
    byEnding.find(([, endings]) => endings.split(' ').includes(ending)) ??
    [];
  return <Icon size={size} stroke={1.5} aria-hidden />;
}
