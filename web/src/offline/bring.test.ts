import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { offlineProblem, toProblem } from '../api/problem';
import { untilBrought } from './bring';

let screen: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  screen = new AbortController();
});
afterEach(() => {
  screen.abort();
  vi.useRealTimers();
});

/** Fails with each of these in turn, and then no more. */
const failing = (...errors: Error[]) =>
  vi.fn(() => {
    const error = errors.shift();
    return error ? Promise.reject(error) : Promise.resolve();
  });

it('is done at once when nothing is wrong', async () => {
  const bring = failing();

  await untilBrought(bring, screen.signal);

  expect(bring).toHaveBeenCalledTimes(1);
});

it('begins again after five seconds, and then after thirty', async () => {
  const bring = failing(offlineProblem(), toProblem(503, null));
  const brought = untilBrought(bring, screen.signal);

  await vi.advanceTimersByTimeAsync(5_000);
  expect(bring).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(29_000);
  expect(bring).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_000);

  await brought;
  expect(bring).toHaveBeenCalledTimes(3);
});

it('begins again as soon as there is a line', async () => {
  const bring = failing(offlineProblem());
  const brought = untilBrought(bring, screen.signal);
  await vi.advanceTimersByTimeAsync(100);

  window.dispatchEvent(new Event('online'));

  await brought;
  expect(bring).toHaveBeenCalledTimes(2);
});

it('takes a refusal for an answer', async () => {
  const bring = failing(toProblem(403, null));

  await untilBrought(bring, screen.signal);

  expect(bring).toHaveBeenCalledTimes(1);
});

it('ends when the screen is left', async () => {
  const bring = failing(offlineProblem(), offlineProblem());
  const brought = untilBrought(bring, screen.signal);
  await vi.advanceTimersByTimeAsync(100);

  screen.abort();

  await brought;
  expect(bring).toHaveBeenCalledTimes(1);
});
