import { Checkbox, Table } from '@mantine/core';
import { kindsOf } from '#domain/notifications/defaults.ts';
import { Channel, type NotificationKind, type NotificationSettings } from '#domain/notifications/notification.ts';
import { useMe } from '#web/members/me.ts';
import { kindWords } from './kind-words.ts';
import classes from './settings.module.css';

const channelNames: Record<Channel, string> = { bell: 'Bell', email: 'E-mail', push: 'Push' };

type Channels = NotificationSettings['channels'];

/** Each kind that comes to this role at all, by each way. */
export function KindMatrix({ channels, onChange }: { channels: Channels; onChange: (next: Channels) => void }) {
  const { role } = useMe().member;
  const choose = (kind: NotificationKind, channel: Channel, isWanted: boolean) => {
    const next = Channel.options.filter((each) => (each === channel ? isWanted : channels[kind].includes(each)));
    onChange({ ...channels, [kind]: next });
  };
  return (
    <Table className={classes.matrix ?? ''} aria-label="What comes by which way">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">What happens</Table.Th>
          {Channel.options.map((channel) => (
            <Table.Th key={channel} scope="col">
              {channelNames[channel]}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {kindsOf(role).map((kind) => (
          <Table.Tr key={kind}>
            <Table.Th scope="row">{kindWords[kind].name}</Table.Th>
            {Channel.options.map((channel) => (
              <Table.Td key={channel}>
                <label htmlFor={`${kind}-${channel}`} className={classes.cell}>
                  <Checkbox
                    id={`${kind}-${channel}`}
                    aria-label={`${kindWords[kind].name}: ${channelNames[channel]}`}
                    checked={channels[kind].includes(channel)}
                    onChange={(event) => choose(kind, channel, event.currentTarget.checked)}
                  />
                </label>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
