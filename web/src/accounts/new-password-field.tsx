import { useQuery } from '@tanstack/react-query';
import type { PasswordContext } from '#domain/accounts/password-rules.ts';
import { PasswordField } from './account-fields.tsx';

type Props = Record<string, unknown> & { password: string; context?: PasswordContext };

/** A password to be chosen, with a line that says how good it is: its length, and whether others would guess it. */
export const NewPasswordField = ({ password, context = {}, ...props }: Props) => (
  <PasswordField isNew description={useStrength(password, context)} {...props} />
);

const shortest = 8;
const long = 12;

function useStrength(password: string, context: PasswordContext): string {
  const isLongEnough = password.length >= shortest;
  // The list of common passwords comes when the first one is long enough to stand in it.
  const { data: rules } = useQuery({
    queryKey: ['password-rules'],
    queryFn: () => import('#domain/accounts/password-rules.ts'),
    enabled: isLongEnough,
    staleTime: Infinity,
    structuralSharing: false,
  });
  if (!isLongEnough) return `At least ${shortest} characters`;
  const weakness = rules?.weaknessOf(password, context);
  if (weakness) return weakness;
  return password.length >= long ? 'A good length' : 'Long enough. A longer one is safer.';
}
