import classes from './forecasts.module.css';

/** Which of the two rules says that somebody is gone, and why there are two. */
export const RuleNote = ({ quietAfterDays }: { quietAfterDays: number | null }) => (
  <p className={classes.note}>
    <strong>Model:</strong> who came back on another day is likely gone when the chance of still being a customer falls
    under 50 %. <strong>Recency rule:</strong> to the model everybody who bought on one day only is still a customer,
    whatever they do, so no chance is shown
    {quietAfterDays !== null &&
      `; they are likely gone after ${quietAfterDays.toLocaleString('en')} days of silence, within which nine of ten of those who came back had done so`}
    . Purchases of one day count as one.
  </p>
);
