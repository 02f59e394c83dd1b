import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Place } from '#domain/places/place.ts';
import { type Found, type FoundFieldProps, FoundSelect } from '#web/platform/found-select.tsx';
import { peopleWords, placeWords } from './place-words.ts';
import { townsLike } from './place-queries.ts';
import classes from './places.module.css';

type Props = Omit<FoundFieldProps, 'value' | 'first' | 'onChange'> & {
  value: Place | null;
  onChange: (town: Place | null) => void;
};

/** A town of the world, found by how its name begins; each with how many live there, for names repeat. */
export function TownSelect({ value, onChange, ...props }: Props) {
  const [q, ask] = useState('');
  const { data, isFetching } = useQuery(townsLike(q.trim()));
  const towns = data?.items ?? [];
  return (
    <FoundSelect
      placeholder="Type a town"
      clearable
      {...props}
      found={towns.map(townFound)}
      onAsk={ask}
      first={value ? townFound(value) : undefined}
      value={value && idOf(value)}
      onChange={(id) => onChange([value, ...towns].find((town) => town && idOf(town) === id) ?? null)}
      nothingFoundMessage={messageOf(q.trim(), isFetching)}
      renderOption={({ option }) => {
        const town = [...towns, value].find((town) => town && idOf(town) === option.value);
        return (
          <span className={classes.town}>
            <span>{option.label}</span>
            {town && <span className="muted figures">{peopleWords(town.population)}</span>}
          </span>
        );
      }}
    />
  );
}

const idOf = ({ townId }: Place): string => String(townId);
const townFound = (town: Place): Found => ({ value: idOf(town), name: town.name, label: placeWords(town) });

function messageOf(q: string, isFetching: boolean): string {
  if (q === '') return 'Type how its name begins';
  return isFetching ? 'Looking…' : 'No town of 5,000 people or more begins so';
}
