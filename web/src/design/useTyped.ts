'use client';

import { type ChangeEvent, type KeyboardEvent, useRef, useState } from 'react';

/**
 * What a field needs whose value is read from text when the field is left. Text that cannot be read stays, to be
 * mended, and marks the field for {@link focusUnreadable}.
 *
 * @param options.shown the value as it is written out.
 * @param options.read gives the value of a text that is not empty, or null.
 * @param options.onChange is given null for an empty field.
 */
export function useTyped({
  shown,
  read,
  onChange,
}: {
  shown: string;
  read: (text: string) => string | null;
  onChange: (value: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const ref = useRef<HTMLInputElement>(null);
  const mark = (unreadable: boolean) => {
    setUnreadable(unreadable);
    // At once: Enter leaves the field and sends its form in one.
    ref.current?.setCustomValidity(unreadable ? 'unreadable' : '');
  };
  const forget = () => {
    setTyped(null);
    mark(false);
  };
  const leave = () => {
    if (typed === null) return;
    const text = typed.trim();
    const value = text === '' ? null : read(text);
    if (text !== '' && value === null) return mark(true);
    forget();
    onChange(value);
  };
  return {
    isUnreadable,
    /** Lets go of what is typed, for a value that comes from elsewhere. */
    forget,
    /** Of the input. */
    props: {
      ref,
      value: typed ?? shown,
      onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
      onBlur: leave,
      onKeyDown: (event: KeyboardEvent) => event.key === 'Enter' && leave(),
    },
  };
}

/** Moves the focus to the first field of a form whose text cannot be read. Whether there is one: nothing is sent then. */
export function focusUnreadable(form: HTMLFormElement): boolean {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement) || !field.validity.customError) continue;
    field.focus();
    return true;
  }
  return false;
}
