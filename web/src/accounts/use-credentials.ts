import { type ChangeEvent, useState } from 'react';

type Name = 'email' | 'password';

/** The two fields of the sign-in. The library of the other forms would be a twentieth of what has to come before them. */
export function useCredentials(email: string) {
  const [values, setValues] = useState({ email, password: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  return {
    values,
    getValues: () => values,
    setErrors,
    getInputNode: (name: string) => document.querySelector<HTMLElement>(`[data-path="${name}"]`),
    propsOf: (name: Name) => ({
      value: values[name],
      error: errors[name],
      'data-path': name,
      onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
        setValues((before) => ({ ...before, [name]: value }));
        setErrors(({ [name]: _, ...others }) => others);
      },
    }),
  };
}
