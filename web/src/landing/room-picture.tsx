import { IconCheck, IconChecks, IconCreditCard, IconLoader2 } from '@tabler/icons-react';
import { Avatar } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import classes from './room-picture.module.css';

const dipika = { id: 'c', name: 'Dipika Sarraf' };
const tomas = { id: 'b', name: 'Tomas Abara' };

/** A task room, drawn with the product's own parts. */
export const RoomPicture = () => (
  <div
    role="img"
    aria-label="A task room: the facts of a ring resize at the left, the chat with the customer and her payment at the right"
    className={classes.frame}
  >
    <div aria-hidden className={classes.facts}>
      <p className={classes.title}>Ring resize, N to P</p>
      <p className={classes.quiet}>Two sizes up, keep the hallmark. For a wedding on 28 November.</p>
      <dl className={classes.pairs}>
        <dt>Status</dt>
        <dd>
          <Status icon={IconLoader2} tone="running">
            In progress
          </Status>
        </dd>
        <dt>Customer</dt>
        <dd>
          <Avatar person={dipika} size={20} /> Dipika Sarraf
        </dd>
        <dt>Employee</dt>
        <dd>
          <Avatar person={tomas} size={20} /> Tomas Abara
        </dd>
      </dl>
      <p className={classes.part}>Payments</p>
      <p className={classes.paid}>
        <b>$240.00</b> CARD
        <Status icon={IconCheck} tone="good">
          COMPLETED
        </Status>
      </p>
    </div>
    <div aria-hidden className={classes.chat}>
      <p className={classes.mine}>Good morning Dipika. I measured the ring: it is an N, so P is two sizes up.</p>
      <p className={classes.meta}>
        09:21 <IconChecks size={14} stroke={1.5} />
      </p>
      <div className={classes.event}>
        <IconCreditCard size={16} stroke={1.5} />
        <span>
          <b>Dipika paid $240.00</b>
        </span>
        <Status icon={IconCheck} tone="good">
          COMPLETED
        </Status>
      </div>
      <p className={classes.theirs}>The blue one is my grandmother’s. Is the claw safe?</p>
      <p className={classes.mine}>One claw is worn thin. I can retip it while the ring is open.</p>
      <p className={classes.mine}>Ready today by five.</p>
      <div className={classes.composer}>Write a message</div>
    </div>
  </div>
);
