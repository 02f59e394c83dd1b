import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './in-place.module.css';

/** What an input needs to be one of these. */
export type Typing = {
  value: string;
  error: string | null;
  onChange: (value: string) => void;
};

type Props = {
  /** "title", as in "Edit title". */
  noun: string;
  value: string;
  /** The value as it is read. */
  children: ReactNode;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
  /** Told also what stood there when the typing began. Answers what is wrong, or null when it is saved. */
  save: (typed: string, from: string) => Promise<string | null>;
  renderField: (typing: Typing) => ReactNode;
};

/** A value that becomes a field when it is clicked: Enter and leaving it save, Esc takes it back. */
export function InPlace({ noun, value, children, isOpen, onOpen, onClose, save, renderField }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (wasOpen.current && !isOpen && isLost) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (isOpen) return <Editor value={value} save={save} onClose={onClose} renderField={renderField} />;
  return (
    <UnstyledButton ref={button} className={classes.value} onClick={onOpen}>
      <VisuallyHidden>{`Edit ${noun}: `}</VisuallyHidden>
      <span className={classes.words}>{children}</span>
      <IconPencil size={14} stroke={1.5} aria-hidden />
    </UnstyledButton>
  );
}

type EditorProps = Pick<Props, 'value' | 'save' | 'onClose' | 'renderField'>;

function Editor({ value, save, onClose, renderField }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [from] = useState(value);
  const [typed, setTyped] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const isLeft = useRef(false);
  /** Leaving the field does not ask again for what was refused; Enter does. */
  const refusedText = useRef<string | null>(null);

  useEffect(() => {
    const input = place.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    input?.focus();
    if (input?.type !== 'date') input?.select();
  }, []);

  const submit = async () => {
    if (isSaving || isLeft.current) return;
    if (typed === from) return leave();
    setIsSaving(true);
    const refused = await save(typed, from);
    setIsSaving(false);
    setError(refused);
    refusedText.current = refused === null ? null : typed;
    if (refused === null) leave();
  };
  // A field that goes away is left, too: that must not save once more.
  const leave = () => {
    isLeft.current = true;
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void submit();
    }
  };
  return (
    // It listens to what comes up from the field inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      className={classes.editor}
      onKeyDown={onKeyDown}
      onBlur={() => typed !== refusedText.current && void submit()}
    >
      {renderField({
        value: typed,
        error,
        onChange: (next) => {
          setTyped(next);
          setError(null);
        },
      })}
    </div>
  );
}
