import type * as z from 'zod';
import type { Context } from './context.ts';
import { expandAnswer } from './expand.ts';
import type { Form } from './form.ts';
import { find } from './find.ts';
import { equal, listObjects } from './list.ts';
import { type ListParams, OnlyExpand } from './params/list-params.ts';
import { read } from './params/read.ts';
import type { Kind } from './store.ts';

export interface ApiCall {
  context: Context;
  id: string;
  form: Form;
}
export type Handler = (call: ApiCall) => object;

/** Does the work with the parameters that the schema allows, and expands what was asked for. */
export const answer =
  <T extends z.ZodType<{ expand?: string[] | undefined }>>(
    schema: T,
    work: (context: Context, params: z.infer<T>, id: string) => object,
  ): Handler =>
  ({ context, id, form }) => {
    const params = read(schema, form);
    return expandAnswer(context, work(context, params, id), params.expand);
  };

/** One page of a kind; every parameter beside paging is a field that must be equal. */
export const list = (kind: Kind, schema: z.ZodType<ListParams>): Handler =>
  answer(schema, (context, { limit, starting_after, ending_before, created, expand: _, ...fields }) =>
    listObjects(context, {
      kind,
      params: { limit, starting_after, ending_before, created },
      where: equal(fields),
      url: `/v1/${kind.replace('checkout.', 'checkout/')}s`,
    }),
  );

export const retrieve = (kind: Kind, param = 'id'): Handler =>
  answer(OnlyExpand, (context, _params, id) => find(context, kind, id, param));
