// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { focusUnreadable, useTyped } from './useTyped.ts';

afterEach(cleanup);

/** A form with a number that is typed and, below it, a button for zero. */
function NumberForm({ onSend }: { onSend: (value: string | null) => void }) {
  const [value, setValue] = useState<string | null>('1');
  const { isUnreadable, forget, props } = useTyped({
    shown: value ?? '',
    read: (text) => (/^\d+$/.test(text) ? String(Number(text)) : null),
    onChange: setValue,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusUnreadable(event.currentTarget)) onSend(value);
      }}
    >
      <input {...props} />
      {isUnreadable && <em>no number</em>}
      <button
        type="button"
        onClick={() => {
          forget();
          setValue('0');
        }}
      />
    </form>
  );
}

function open() {
  const sent: (string | null)[] = [];
  const { container } = render(<NumberForm onSend={(value) => sent.push(value)} />);
  const find = <E extends Element>(selector: string) => container.querySelector<E>(selector);
  const field = find<HTMLInputElement>('input')!;
  return {
    sent,
    field,
    problem: () => find('em')?.textContent ?? null,
    type: (value: string) => fireEvent.change(field, { target: { value } }),
    leave: () => fireEvent.blur(field),
    send: () => fireEvent.submit(find('form')!),
    zero: () => fireEvent.click(find('button')!),
  };
}

test('what is typed counts, written out, once the field is left', () => {
  const { sent, field, type, leave, send } = open();
  type(' 007 ');
  expect(field.value).toBe(' 007 ');
  leave();
  expect(field.value).toBe('7');
  send();
  type('');
  leave();
  send();
  expect(sent).toEqual(['7', null]);
});

test('what cannot be read stays and is said, and nothing is sent before it is mended', () => {
  const { sent, field, problem, type, leave, send } = open();
  type('seven');
  leave();
  send();
  expect([sent, field.value, problem()]).toEqual([[], 'seven', 'no number']);
  expect(document.activeElement).toBe(field);
  type('8');
  leave();
  send();
  expect([sent, problem()]).toEqual([['8'], null]);
});

test('Enter leaves the field before its form is sent', () => {
  const { sent, field, problem, type, send } = open();
  const enter = () => {
    fireEvent.keyDown(field, { key: 'Enter' });
    send();
  };
  type('seven');
  enter();
  expect([sent, problem()]).toEqual([[], 'no number']);
  type('9');
  enter();
  expect(sent).toEqual(['9']);
});

test('a value from elsewhere takes the place of what is typed', () => {
  const { sent, field, problem, type, leave, send, zero } = open();
  type('seven');
  leave();
  zero();
  expect([field.value, problem()]).toEqual(['0', null]);
  send();
  expect(sent).toEqual(['0']);
});
