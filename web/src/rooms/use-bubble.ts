import { type FocusEvent, type PointerEvent, useRef, useState } from 'react';

const longPressMs = 500;

/** Whether a message is pointed at, has the focus or was pressed for long, by what happens to its element. */
export function useBubble() {
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const press = useRef<ReturnType<typeof setTimeout>>(undefined);
  const endPress = () => clearTimeout(press.current);

  const handlers = {
    onPointerEnter: ({ pointerType }: PointerEvent) => pointerType === 'mouse' && setIsPointedAt(true),
    onPointerLeave: () => {
      setIsPointedAt(false);
      endPress();
    },
    onPointerDown: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'touch') press.current = setTimeout(setMenuOpen, longPressMs, true);
    },
    onPointerMove: endPress,
    onPointerUp: endPress,
    onPointerCancel: endPress,
    onFocus: () => setHasFocus(true),
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) =>
      setHasFocus(currentTarget.contains(relatedTarget)),
  };
  return { isActive: isPointedAt || hasFocus || isMenuOpen, isMenuOpen, setMenuOpen, handlers };
}
