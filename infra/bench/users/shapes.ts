import { MemberSort } from '#domain/members/list.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { first, paged, type Shape, sorts, turning } from '../lists/shapes.ts';

const words = turning([
  'a',
  'ad',
  'ada',
  'ada ho',
  'søren',
  'example.com',
  '34',
  'employee',
  'customer 34',
  'zzz',
  'holm 1a',
]);
const { list, count } = memberRoutes;

export const shapes: Shape[] = [
  ...sorts(MemberSort).map((sort) => paged(`by ${sort}`, list, { sort })),
  ...sorts(MemberSort).map((sort) => first(`searched, by ${sort}`, list, (turn) => ({ q: words(turn), sort }))),
  ...['yes', 'no'].map((verified) => paged(`verified ${verified}`, list, { verified })),
  ...['yes', 'no'].map((admin) => paged(`admin ${admin}`, list, { admin })),
  ...['employee', 'customer', 'admin,manager'].map((role) => paged(`role ${role}`, list, { role })),
  paged('not verified, by -age', list, { verified: 'no', sort: '-age' }),
  paged('employees, by -updatedAt', list, { role: 'employee', sort: '-updatedAt' }),
  first('not verified, searched', list, (turn) => ({ q: words(turn), verified: 'no' })),
  first('counted', count, (turn) => ({ q: words(turn) })),
  first('counted exactly', count, () => ({ verified: 'no', exact: '1' })),
];
