import { describe, expect, test } from 'vitest';
import { guessDecimalMark, plainNumber } from './amount-text.ts';
import { guessMapping } from './guess.ts';
import { Mapping } from './mapping.ts';

const columns = (head: string, row: string) => {
  const values = row.split('|');
  return head.split('|').map((name, at) => ({ name, values: [values[at]!] }));
};

describe('the columns are guessed from words of several languages', () => {
  test.each([
    ['customer|date|units|amount', '00001|1997-01-01|1|11.77', [0, null, null, 1, 3, null]],
    [
      'Customer ID|E-mail|Full name|Order date|Total|Currency',
      '1|a@b.example|Ada|2024-01-31|5|USD',
      [0, 1, 2, 3, 4, 5],
    ],
    ['Kundennummer|Kaufdatum|Betrag|Währung', '1|31.01.2024|5,00|EUR', [0, null, null, 1, 2, 3]],
    ['N° client|nom|date|montant|devise', '1|Zoé|31/01/2024|5,00|EUR', [null, null, 1, 2, 3, 4]],
    ['Correo electrónico|Nombre|Fecha|Importe', 'a@b.example|Ana|31/01/2024|5', [null, 0, 1, 2, 3, null]],
    ['E-post|Navn|Dato|Beløp', 'a@b.example|Kari|31.01.2024|5,5', [null, 0, 1, 2, null, null]],
    ['ग्राहक|तारीख|राशि', '1|31/01/2024|5', [0, null, null, 1, 2, null]],
  ])('%s', (head, row, expected) => {
    const { customerColumn, emailColumn, nameColumn, dateColumn, amountColumn, currencyColumn } = guessMapping(
      columns(head, row),
      '.',
    );
    expect([customerColumn, emailColumn, nameColumn, dateColumn, amountColumn, currencyColumn]).toEqual(expected);
  });

  test.each([
    ['customer|date|amount|City|Country|Date of birth', '1|2024-01-31|5|Bergen|NO|1960-02-29', [3, 4, 5]],
    ['Kunde|Datum|Betrag|Wohnort|Land|Geburtsdatum', '1|31.01.2024|5,00|Köln|Deutschland|29.02.1960', [3, 4, 5]],
    ['ग्राहक|तारीख|राशि|शहर', '1|31/01/2024|5|Pune', [3, null, null]],
    // A country alone is no place.
    ['customer|date|amount|country', '1|2024-01-31|5|NO', [null, null, null]],
  ])('towns, countries and birth dates: %s', (head, row, expected) => {
    const guess = guessMapping(columns(head, row), '.');
    expect([guess.placeColumn, guess.countryColumn, guess.bornColumn]).toEqual(expected);
    expect(Mapping.safeParse(guess).success).toBe(true);
  });

  test('a birth date is not the day of a payment', () => {
    expect(guessMapping(columns('customer|birthday|when|amount', '1|1960-02-29|2024-01-31|5'), '.')).toMatchObject({
      bornColumn: 1,
      dateColumn: 2,
    });
  });

  test('days are found by what stands in the column when its head says nothing', () => {
    expect(guessMapping(columns('who|when|customer|amount', 'x|31.01.2024|1|5'), '.')).toMatchObject({
      dateColumn: 1,
      dateForm: 'day.month.year',
    });
  });

  test('what cannot be told is left to the person', () => {
    const guess = guessMapping(columns('a|b|c', '1|2|3'), '.');
    expect(guess).toMatchObject({ customerColumn: null, dateColumn: null, amountColumn: null, dateForm: null });
    expect(Mapping.safeParse(guess).success).toBe(false);
    expect(guessMapping(columns('customer|date|amount', '1|01/02/2024|3'), '.').dateForm).toBeNull();
  });
});

describe('amounts', () => {
  test.each([
    ['11.77', '.', '11.77'],
    ['1,234.50', '.', '1234.50'],
    ['1234,50', ',', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ['1 234 567,5', ',', '1234567.5'],
    ["1'234.50", '.', '1234.50'],
    ['-1,5', ',', '-1.5'],
    ['11,77', '.', null],
    ['11.77', ',', null],
    ['1,23,4', '.', null],
    ['', '.', null],
  ] as const)('%j with %s', (text, mark, plain) => {
    expect(plainNumber(text, mark)).toBe(plain);
  });

  test.each([
    [['11,77', '5'], '.', ','],
    [['11.77', '5'], ',', '.'],
    [['1.234,50'], '.', ','],
    [['1,234.50'], ',', '.'],
    [['5', '6'], ',', ','],
    [['1,234'], '.', '.'],
    [['1,234'], ',', ','],
    [[], '.', '.'],
  ] as const)('%j, usually %s, have the mark %s', (texts, usual, mark) => {
    expect(guessDecimalMark(texts, usual)).toBe(mark);
  });
});
