// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { LinkArea } from './LinkArea.tsx';

const push = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

test('plain links go within the app, and are the browser’s where somebody wants them elsewhere', () => {
  render(
    <LinkArea>
      <a href="/here?shift=1">
        <time>Sat 24 Oct</time>
      </a>
      <a href="https://elsewhere.example/">Elsewhere</a>
      <button>None</button>
    </LinkArea>,
  );
  // A click that nobody takes is the browser's: it returns true.
  expect(fireEvent.click(screen.getByText('Sat 24 Oct'))).toBe(false);
  expect(push).toHaveBeenCalledExactlyOnceWith('/here?shift=1', expect.anything());
  for (const isTaken of [
    fireEvent.click(screen.getByText('Sat 24 Oct'), { ctrlKey: true }),
    fireEvent.click(screen.getByText('Sat 24 Oct'), { button: 1 }),
    fireEvent.click(screen.getByText('Elsewhere')),
    fireEvent.click(screen.getByText('None')),
  ]) {
    expect(isTaken).toBe(true);
  }
  expect(push).toHaveBeenCalledOnce();
});
