import { expect, test } from 'vitest';
import { csvLine } from './list-csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+47 22 33 44 55', "'+47 22 33 44 55"],
  ['-Ada', "'-Ada"],
  ['@cmd', "'@cmd"],
  ['\tAda', "'\tAda"],
  ['\rAda', `"'\rAda"`],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
])('a text that a spreadsheet would run is made harmless: %j', (text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

test('commas, quotes and line ends stay inside their cell, numbers stay numbers, and nothing is an empty cell', () => {
  expect(csvLine(['Holm, Ada', 'say "hi"', 'two\nlines', -5, 0, null, 'Ada'])).toBe(
    '"Holm, Ada","say ""hi""","two\nlines",-5,0,,Ada\r\n',
  );
});
