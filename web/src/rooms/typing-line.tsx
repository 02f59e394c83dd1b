import type { RoomMember } from '#domain/rooms/room.ts';
import { useTyping } from './use-typing.ts';
import classes from './log.module.css';

type Props = { roomId: string; members: readonly RoomMember[]; memberId: string };

/** "Dipika is typing". Its height is always there, so that nothing moves. */
export function TypingLine({ roomId, members, memberId }: Props) {
  const typing = useTyping(roomId, memberId);
  const names = members.filter(({ id }) => typing.includes(id)).map(({ name }) => firstName(name));
  return (
    <div className={classes.typing} role="status" aria-label="Typing">
      {names.length > 0 && (
        <>
          <span aria-hidden className={classes.dots}>
            <i />
            <i />
            <i />
          </span>
          <span className="cut">{words(names)}</span>
        </>
      )}
    </div>
  );
}

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

function words([one, two, ...more]: string[]): string {
  if (!two) return `${one} is typing`;
  return more.length === 0 ? `${one} and ${two} are typing` : 'Several people are typing';
}
