import { act, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

import { atRest, useRest } from './at-rest';

function Watcher({ begun }: { begun: boolean }): preact.JSX.Element {
  return <p>{useRest(begun) ? 'at rest' : 'busy'}</p>;
}

afterEach(() => vi.unstubAllGlobals());

it('is at rest once the browser has a moment after it has begun, and never before', () => {
  const waiting: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (then: () => void) => waiting.push(then));
  const { rerender } = render(<Watcher begun={false} />);
  expect(waiting).toHaveLength(0);

  rerender(<Watcher begun />);
  expect(screen.getByText('busy')).toBeTruthy();

  void act(() => waiting.forEach((then) => then()));
  expect(screen.getByText('at rest')).toBeTruthy();
});

it('what was called off does not begin', () => {
  const waiting: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (then: () => void) => waiting.push(then));
  const begin = vi.fn();

  atRest(begin)();
  waiting.forEach((then) => then());
  expect(begin).not.toHaveBeenCalled();

  atRest(begin);
  waiting.forEach((then) => then());
  expect(begin).toHaveBeenCalledOnce();
});

it('waits for a busy screen, but not for ever', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (then: () => void) => then());
  let asking = true;
  const [patient, tired] = [vi.fn(), vi.fn()];
  atRest(patient, () => asking);
  atRest(tired, () => true);

  vi.advanceTimersByTime(500);
  expect(patient).not.toHaveBeenCalled();
  asking = false;
  vi.advanceTimersByTime(100);
  expect(patient).toHaveBeenCalledOnce();
  expect(tired).not.toHaveBeenCalled();

  vi.advanceTimersByTime(3000);
  expect(tired).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
