import * as z from 'zod';
import { Password } from '#domain/accounts/account.ts';
import type { PasswordContext } from '#domain/accounts/password-rules.ts';
import { PasswordField } from './account-fields.tsx';
import { NewPasswordField } from './new-password-field.tsx';

export const blankPassword = { password: '', again: '' };

/** The schema of a form in which a new password is typed twice, beside the fields given. */
export const passwordTwice = <S extends z.ZodRawShape>(fields: S) =>
  z.object({ ...fields, password: Password, again: z.string() }).refine(isSame, {
    path: ['again'],
    message: 'Passwords do not match',
    // Also while another field is still wrong: all that is wrong is said at once.
    when: ({ value }) => TypedTwice.safeParse(value).success,
  });

const TypedTwice = z.object({ password: z.string(), again: z.string() });
function isSame(value: unknown): boolean {
  const { password, again } = TypedTwice.parse(value);
  return password === again;
}

type Props = {
  password: string;
  /** What `form.getInputProps` gives for each of the two. */
  first: object;
  second: object;
  context: PasswordContext;
};

export const NewPasswordTwice = ({ password, first, second, context }: Props) => (
  <>
    <NewPasswordField label="New password" {...first} password={password} context={context} />
    <PasswordField isNew label="New password again" {...second} />
  </>
);
