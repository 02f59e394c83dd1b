import { roleNames } from '#web/members/role-names.ts';
import { Avatar } from '#web/platform/person.tsx';
import type { Mentions } from './use-mentions.ts';
import classes from './composer.module.css';

/** The focus stays in the field; its arrows choose here. */
export function MentionPicker({ id, mentions: { found, chosen, pick } }: { id: string; mentions: Mentions }) {
  return (
    <div id={id} role="listbox" tabIndex={-1} aria-label="People to mention" className={classes.people}>
      {found.map((person, at) => (
        // The keys of the field choose; the pointer must not take the focus from it.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => pick(person)}
        >
          <Avatar person={person} /> {person.name} <span className="muted">{roleNames[person.role]}</span>
        </div>
      ))}
    </div>
  );
}
