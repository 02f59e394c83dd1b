import { usePhoto } from './photo.tsx';
import classes from './person.module.css';

const tints = ['tint0', 'tint1', 'tint2', 'tint3', 'tint4'] as const;

/** Without an id they are known by name only, and have no picture. */
type Face = { id?: string; name: string };

/** By the name: a customer and the member behind them have two ids and one face. */
function tintOf(name: string): string | undefined {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return classes[tints[sum % tints.length]!];
}

/** "Dipika Sarraf" is DS; "Plato" is P. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word ? String.fromCodePoint(word.codePointAt(0)!) : '',
  );
  return letters.join('').toUpperCase();
}

type Size = 20 | 24 | 32 | 40 | 128;

/** The person's picture over their initials, which show where there is none and until it comes. */
export function Avatar({ person, size = 24 }: { person: Face; size?: Size }) {
  const photo = usePhoto(person.id, size);
  return (
    <span className={`${classes.avatar} ${tintOf(person.name)}`} data-size={size} aria-hidden>
      {initialsOf(person.name)}
      {photo && <img src={photo} alt="" />}
    </span>
  );
}

/** Names repeat, so the e-mail stands beside them where there is room. */
export function Person({ person, size = 24 }: { person: Face & { email?: string }; size?: Size }) {
  return (
    <span className={classes.person}>
      <Avatar person={person} size={size} />
      <span className={classes.words}>
        <span className={classes.name}>{person.name}</span>
        {person.email && <span className={classes.email}>{person.email}</span>}
      </span>
    </span>
  );
}
