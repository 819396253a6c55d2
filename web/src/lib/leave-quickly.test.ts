import { expect, it, vi } from 'vitest';

import { ELSEWHERE, leaveQuickly } from './leave-quickly';

it('puts another site in place of the lesson, and nothing of it behind', () => {
  window.history.replaceState(null, '', '/learn/for-partners');
  const replaceBy = vi.fn();

  leaveQuickly(replaceBy);

  expect(replaceBy).toHaveBeenCalledExactlyOnceWith(ELSEWHERE);
  expect(window.location.pathname).toBe('/me');
});

it('with no line it goes to a harmless screen, and draws no fault', () => {
  window.history.replaceState(null, '', '/learn/for-partners');
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const replaceBy = vi.fn();

  leaveQuickly(replaceBy);

  expect(replaceBy).not.toHaveBeenCalled();
  expect(window.location.pathname).toBe('/me');
});
