import classes from './row-box.module.css';

type Props = {
  label: string;
  isChecked: boolean;
  isMixed?: boolean;
  onToggle: (isRange: boolean) => void;
};

/** A plain box: a long table makes hundreds of them while somebody scrolls. */
export function RowBox({ label, isChecked, isMixed = false, onToggle }: Props) {
  return (
    <label className={classes.area}>
      <input
        type="checkbox"
        aria-label={label}
        className={classes.box}
        checked={isChecked}
        ref={(box) => {
          if (box) box.indeterminate = isMixed;
        }}
        onChange={({ nativeEvent }) => onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  );
}
