import { Button } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import type { Session } from '#domain/sessions/session.ts';
import { Moment } from '#web/platform/moment.tsx';
import { Row, Rows } from '#web/platform/section.tsx';
import { Status } from '#web/platform/status.tsx';
import { wayWords } from './way-words.ts';

type Props = { label: string; sessions: readonly Session[]; onEnd?: (session: Session) => void; isEnding?: boolean };

const isPhone = ({ device }: Session): boolean => /Android|iOS/.test(device);

/** The browsers that are signed in; `onEnd` puts a button beside each but the one that asks. */
export function SessionList({ label, sessions, onEnd, isEnding = false }: Props) {
  if (sessions.length === 0) return null;
  return (
    <Rows label={label}>
      {sessions.map((session) => {
        const Sign = isPhone(session) ? IconDeviceMobile : IconDeviceDesktop;
        return (
          <Row
            key={session.id}
            sign={<Sign size={20} stroke={1.5} aria-hidden />}
            name={
              <>
                <span>{session.device}</span>
                {session.isCurrent && (
                  <Status icon={IconCheck} tone="good">
                    This browser
                  </Status>
                )}
              </>
            }
            sub={
              <>
                <span>{session.place}</span>
                <span>
                  since <Moment at={session.createdAt} />, {wayWords[session.by]}
                </span>
                {!session.isCurrent && (
                  <span>
                    last seen <Moment at={session.lastSeenAt} style="ago" />
                  </span>
                )}
              </>
            }
          >
            {onEnd && !session.isCurrent && (
              <Button
                size="xs"
                aria-label={`Sign out ${session.device}, ${session.place}`}
                disabled={isEnding}
                onClick={() => onEnd(session)}
              >
                Sign out
              </Button>
            )}
          </Row>
        );
      })}
    </Rows>
  );
}
