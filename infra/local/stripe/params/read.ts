import type * as z from 'zod';
import { invalidRequest } from '../api-error.ts';
import type { Form } from '../form.ts';

/** The parsed parameters, or Stripe's 400 naming one that is unknown, else the first that is wrong. */
export function read<T extends z.ZodType>(schema: T, form: Form): z.infer<T> {
  const parsed = schema.safeParse(form, { reportInput: true });
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  throw issue ? errorOf(issue) : invalidRequest('The parameters are invalid.');
}

function errorOf(issue: z.core.$ZodIssue) {
  const param = nameOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => nameOf([...issue.path, key]));
    const plural = names.length > 1 ? 's' : '';
    return invalidRequest(`Received unknown parameter${plural}: ${names.join(', ')}`, {
      code: 'parameter_unknown',
      param: names[0] ?? '',
    });
  }
  if (issue.code !== 'custom' && issue.input === undefined) {
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  const message = issue.message.replace('{param}', `'${param}'`);
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return invalidRequest(message, { param, ...(typeof code === 'string' ? { code } : {}) });
}

const nameOf = ([head = '', ...rest]: PropertyKey[]): string =>
  String(head) + rest.map((part) => `[${String(part)}]`).join('');
