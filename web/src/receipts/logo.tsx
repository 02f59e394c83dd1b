import { receiptRoutes } from '#domain/receipts/routes.ts';
import { linkTo } from '#web/platform/call.ts';
import classes from './receipts.module.css';

/** Beside the name it stands for, which says it to who does not see it. */
export const Logo = ({ logo }: { logo: string }) => (
  <img className={classes.logo} src={linkTo(receiptRoutes.logo, { params: { logo } })} alt="" />
);
