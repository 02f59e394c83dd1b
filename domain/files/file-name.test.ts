import { describe, expect, test } from 'vitest';
import { cleanFileName, endingOf } from './file-name.ts';

test.each([
  ['Ring sketch.pdf'],
  ['अंगूठी का चित्र.pdf'],
  ['વીંટી‍નો ફોટો.jpg'],
  ['指輪の写真.png'],
  ['صورة الخاتم.webp'],
  ['טבעת.gif'],
  ['👩‍👩‍👧 family.jpg'],
  ['.gitignore'],
  ['a..b.txt'],
])('F139 a name of any script is kept as it is: %s', (name) => {
  expect(cleanFileName(name)).toBe(name);
});

describe('ASVS 5.3.2 a name that is more than a name', () => {
  test.each<[string, string | null, string]>([
    ['leads up', '../../etc/passwd', 'passwd'],
    ['leads up the way of Windows', '..\\..\\windows\\win.ini', 'win.ini'],
    ['is a whole path', 'C:\\Users\\Ines\\ring.pdf', 'ring.pdf'],
    ['names a drive', 'C:ring.pdf', 'C_ring.pdf'],
    ['names a stream', 'ring.pdf::$DATA', 'ring.pdf__$DATA'],
    ['is only dots', '..', 'file'],
    ['is a folder', 'rings/', 'file'],
    ['is empty', '', 'file'],
    ['is not there', null, 'file'],
    ['is only spaces', '   ', 'file'],
    ['turns its ending around', 'ring\u202Efdp.exe', 'ringfdp.exe'],
    ['turns its ending around another way', 'ring\u2067gpj.\u2069exe', 'ringgpj.exe'],
    ['holds a zero', 'ring.pdf\u0000.exe', 'ring.pdf.exe'],
    ['holds a line break', 'ring\r\nset-cookie: a=b.pdf', 'ringset-cookie_ a=b.pdf'],
    ['ends in dots and spaces', 'ring.exe. . .', 'ring.exe'],
    ['pushes its ending out of sight', `ring.pdf${' '.repeat(80)}.exe`, 'ring.pdf .exe'],
    ['is a device of Windows', 'CON', '_CON'],
    ['is a device with an ending', 'lpt1.txt', '_lpt1.txt'],
    ['is a device in another digit', 'COM¹.txt', '_COM¹.txt'],
    ['holds half a character', 'ring\uD83D.pdf', 'ring.pdf'],
    ['is written in two parts', 'A\u030Arsmelding.pdf', 'Årsmelding.pdf'],
  ])('%s', (_, sent, kept) => {
    expect(cleanFileName(sent)).toBe(kept);
  });
});

test.each([
  ['a', 'pdf'],
  ['指', 'pdf'],
  ['👩‍👩‍👧', 'jpeg'],
])('a long name of %s is cut between characters to 255 bytes, and keeps its ending', (letter, ending) => {
  const name = cleanFileName(`${letter.repeat(400)}.${ending}`);
  const bytes = new TextEncoder().encode(name).byteLength;
  expect(bytes).toBeLessThanOrEqual(255);
  expect(bytes).toBeGreaterThan(225);
  expect(name.replaceAll(letter, '')).toBe(`.${ending}`);
});

test.each([
  ['ring.PDF', 'pdf'],
  ['ring.tar.gz', 'gz'],
  ['ring', ''],
  ['.gitignore', ''],
  ['ring.pdf .exe', 'exe'],
])('the ending of %s is "%s"', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});
