import { MultiSelect, type MultiSelectProps, TextInput, type TextInputProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '#web/members/me.ts';
import { colleagues } from '#web/tasks/colleague-queries.ts';

type ColleaguesProps = MultiSelectProps & { known?: readonly { id: string; name: string }[] };

/** `known`: people who are in the room already, and may be no colleagues any more. */
export function ColleaguesField({ known = [], ...props }: ColleaguesProps) {
  const { member } = useMe();
  const list = useQuery(colleagues);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  for (const { id, name, email } of list.data?.items ?? []) names.set(id, `${name} · ${email}`);
  return (
    <MultiSelect
      size="md"
      label="Colleagues"
      withAsterisk
      searchable
      hidePickedOptions
      openOnFocus={false}
      placeholder="Type a name or an e-mail"
      nothingFoundMessage={list.isPending ? 'Loading…' : 'No colleague matches'}
      data-autofocus
      data={[...names].filter(([id]) => id !== member.id).map(([value, label]) => ({ value, label }))}
      {...props}
    />
  );
}

export const TeamNameField = (props: TextInputProps) => (
  <TextInput size="md" label="Name of the team" withAsterisk maxLength={80} {...props} />
);
