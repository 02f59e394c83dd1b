import { describe, expect, test } from 'vitest';
import { DateForm, guessDateForm, readDay } from './day-text.ts';

test.each([
  ['1997-02-01', 'year-month-day', '1997-02-01'],
  ['1997-02-01', 'month/day/year', '1997-02-01'],
  ['1997-02-01T23:10:00Z', 'year-month-day', '1997-02-01'],
  ['1997-02-01 23:10:00 +0200', 'year-month-day', '1997-02-01'],
  ['01.02.1997', 'day.month.year', '1997-02-01'],
  ['1.2.1997', 'day.month.year', '1997-02-01'],
  ['01.02.1997', 'year-month-day', null],
  ['01/02/1997', 'day/month/year', '1997-02-01'],
  ['01/02/1997', 'month/day/year', '1997-01-02'],
  ['2/1/1997 3:04 PM', 'month/day/year', '1997-02-01'],
  ['13/02/1997', 'month/day/year', null],
  ['31/02/1997', 'day/month/year', null],
  ['1/2/97', 'day/month/year', null],
  ['1997-2-1', 'year-month-day', null],
  ['yesterday', 'day.month.year', null],
] as const)('%s in %s is %s', (text, form, day) => {
  expect(readDay(text, form)).toBe(day);
});

describe('the form of a column', () => {
  test.each([
    ['of one clear form', ['1997-02-01', '1997-02-02'], 'year-month-day'],
    ['with dots', ['01.02.1997'], 'day.month.year'],
    ['with a day above twelve', ['01/02/1997', '13/02/1997'], 'day/month/year'],
    ['with it in the second place', ['01/02/1997', '02/13/1997'], 'month/day/year'],
    ['with a fault in it', ['01/02/1997', '13/02/1997', 'soon'], 'day/month/year'],
    ['where both mean the same days', ['01/01/1997', '02/02/1997'], 'day/month/year'],
    ['where two forms mean different days', ['01/02/1997', '03/04/1997'], null],
    ['without any day', ['soon', 'later'], null],
    ['that is empty', [], null],
  ])('%s', (_, texts, form) => {
    expect(guessDateForm(texts)).toBe(form);
  });

  test('every form is found again from what it writes', () => {
    const written = {
      'year-month-day': '1997-02-28',
      'day.month.year': '28.02.1997',
      'day/month/year': '28/02/1997',
      'month/day/year': '02/28/1997',
    };
    for (const form of DateForm.options) expect(guessDateForm([written[form]])).toBe(form);
  });
});
