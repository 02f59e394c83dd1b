import { describe, expect, test } from 'vitest';
import { ProblemError } from '#domain/kernel/problem.ts';
import { readHistory } from './read-history.ts';

const rules = { currency: 'USD', today: '2026-03-02' };
const read = (text: string | Uint8Array) => readHistory(typeof text === 'string' ? Buffer.from(text) : text, rules);

function problemOf(text: string | Uint8Array) {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return null;
}
const pointersOf = (text: string | Uint8Array) => problemOf(text)?.errors?.map(({ pointer }) => pointer);

describe('a history is read', () => {
  const row = { reference: '00001', paidOn: '1997-01-01', amount: 1177 };

  test.each([
    ['as it is', 'customer,date,amount\n00001,1997-01-01,11.77\n'],
    ['with other columns, in any order and case', 'Amount,units,CUSTOMER, Date\n11.77,1,00001,1997-01-01\n'],
    ['with a byte order mark', '\ufeffcustomer,date,amount\n00001,1997-01-01,11.77'],
    ['with Windows line ends and empty lines', 'customer,date,amount\r\n\r\n00001,1997-01-01,11.77\r\n\r\n'],
    ['with quotes and spaces', '"customer","date","amount"\n"00001", 1997-01-01 , "11.77"\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual([row]);
  });

  test('with names as people write them', () => {
    expect(read('customer,date,amount\n"Ångström, Ada",1997-01-01,1').map(({ reference }) => reference)).toEqual([
      'Ångström, Ada',
    ]);
  });
});

describe('a history is refused, naming the place', () => {
  test.each([
    ['two columns are missing', 'customer,day,sum\n1,1997-01-01,1\n', ['/rows/1/date', '/rows/1/amount']],
    ['a column stands there twice', 'customer,date,amount,amount\n1,1997-01-01,1,2\n', ['/rows/1/amount']],
    ['it is empty', '', ['/rows/1/customer', '/rows/1/date', '/rows/1/amount']],
    ['it has no rows', 'customer,date,amount\n', ['/rows']],
    [
      'semicolons stand between',
      'customer;date;amount\n1;1997-01-01;1\n',
      ['/rows/1/customer', '/rows/1/date', '/rows/1/amount'],
    ],
    [
      'a date, two lines below an empty one',
      'customer,date,amount\n\n1,1997-01-01,1\n1,1997-02-30,1\n',
      ['/rows/4/date'],
    ],
    ['a short row', 'customer,date,amount\n1,1997-01-01\n', ['/rows/2/amount']],
    [
      'text for an amount, and no customer',
      'customer,date,amount\n1,1997-01-01,1\n,1997-01-01,free\n',
      ['/rows/3/customer', '/rows/3/amount'],
    ],
    ['an open quote', 'customer,date,amount\n"1,1997-01-01,1\n', ['/rows/2']],
    ['a quote within a word', 'customer,date,amount\n1"2,1997-01-01,1\n', ['/rows/2']],
  ])('%s', (_, text, pointers) => {
    expect(pointersOf(text)).toEqual(pointers);
  });

  test('it is not UTF-8', () => {
    expect(pointersOf(Buffer.from('customer,date,amount\nJosé,1997-01-01,1\n', 'latin1'))).toEqual(['/body']);
  });

  test('a hundred faults are shown, and how many there are in all is said', () => {
    const problem = problemOf(`customer,date,amount\n${'1,1997-01-01,-1\n'.repeat(1234)}`);
    expect(problem).toMatchObject({ status: 400, detail: '1,234 things are wrong in the file. Nothing was stored.' });
    expect(problem?.errors).toHaveLength(100);
    expect(problem?.errors?.at(-1)).toEqual({ pointer: '/rows/101/amount', detail: 'Negative' });
  });

  test('it has more rows than an import takes', () => {
    expect(problemOf(`customer,date,amount\n${'1,1997-01-01,1\n'.repeat(100_001)}`)?.errors).toEqual([
      { pointer: '/rows', detail: 'More than 100,000 rows' },
    ]);
  });
});
