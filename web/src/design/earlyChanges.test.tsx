// @vitest-environment happy-dom
import { Suspense, useLayoutEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type EarlyChanges, noteEarlyChanges } from './earlyChanges.ts';
import { ReplayEarlyChanges } from './ReplayEarlyChanges.tsx';

const noted = () => (window as unknown as { guildhallEarly: EarlyChanges }).guildhallEarly;

function Page() {
  // Once the page is taken over, and before that part of it is, which React would then take over because of this.
  useLayoutEffect(() => queueMicrotask(() => document.querySelector('span')!.click()), []);
  const [text, setText] = useState('');
  const [isOn, setOn] = useState(false);
  const [presses, setPresses] = useState<string[]>([]);
  const press = (of: string) => setPresses((all) => [...all, of]);
  return (
    <>
      <input value={text} onChange={({ target }) => setText(target.value)} />
      <input type="checkbox" checked={isOn} onChange={({ target }) => setOn(target.checked)} />
      <button type="button" onClick={() => press('first')} />
      <Suspense>
        <button type="button" onClick={() => press(`last, with ${text}`)}>
          <span />
        </button>
      </Suspense>
      <output>{JSON.stringify({ text, isOn, presses })}</output>
      <ReplayEarlyChanges />
    </>
  );
}

test('what was typed, checked and pressed before the scripts of a page were there counts once they are', async () => {
  // As the script in the head of a page does.
  (0, eval)(noteEarlyChanges);
  const root = document.createElement('div');
  root.innerHTML = renderToString(<Page />);
  document.body.append(root);
  const [text, box] = root.querySelectorAll('input') as unknown as [HTMLInputElement, HTMLInputElement];
  const change = (field: HTMLInputElement) => field.dispatchEvent(new Event('input', { bubbles: true }));
  text.value = 'elm';
  change(text);
  box.checked = true;
  change(box);
  root.querySelector('button')!.click();
  root.querySelector('span')!.click();

  hydrateRoot(root, <Page />);
  await expect.poll(() => noted().pressed).toBeNull();
  const shown = () => root.querySelector('output')!.textContent;
  await expect.poll(shown).toBe('{"text":"elm","isOn":true,"presses":["last, with elm"]}');
  expect([text.value, box.checked]).toEqual(['elm', true]);
});

test('a choice whose field React takes over between the two events that tell of it is heard of by the replay alone', () => {
  (0, eval)(noteEarlyChanges);
  const early = noted();
  document.body.innerHTML = '<input>';
  // happy-dom's own lists hide what is set on them.
  const select = Object.defineProperty(document.querySelector('input')!, 'localName', { value: 'select' });
  const heard: string[] = [];
  document.body.addEventListener('change', () => heard.push(select.value));
  const tell = (type: string) => select.dispatchEvent(new Event(type, { bubbles: true }));

  select.value = 'AVOID';
  tell('input');
  // React puts back what was rendered.
  Object.assign(select, { __reactProps$test: {} });
  select.value = '';
  tell('change');
  expect([heard, [...early.changed.values()]]).toEqual([[], ['AVOID']]);

  // What is chosen then is heard at once, and is what counts.
  tell('input');
  tell('change');
  expect([heard, early.changed.size]).toEqual([[''], 0]);
  early.stop();
});
