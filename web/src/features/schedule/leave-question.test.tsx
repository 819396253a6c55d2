import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { askBeforeLeaving, navigate } from '../../lib/navigation';
import { loadWords } from '../../lib/strings';
import { LeaveQuestion } from './leave-question';

beforeEach(async () => {
  await loadWords(['schedule']);
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true;
  };
  // As browsers do: that it is closed is said a moment later.
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
    setTimeout(() => this.dispatchEvent(new Event('close')));
  };
});
afterEach(() => askBeforeLeaving(undefined));

const aMomentLater = (): Promise<void> => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

it('asks again at once when leaving is tried again at once', async () => {
  render(<LeaveQuestion unsaved />);
  await act(() => navigate('/inbox'));
  await act(() => {
    fireEvent.click(screen.getByRole('button', { name: 'Stay and save' }));
  });
  await act(() => navigate('/inbox'));
  await aMomentLater();

  expect(screen.getByRole<HTMLDialogElement>('dialog').open).toBe(true);
});

it('goes away when the browser closes it, as with Escape', async () => {
  render(<LeaveQuestion unsaved />);
  await act(() => navigate('/inbox'));

  screen.getByRole<HTMLDialogElement>('dialog').close();
  await aMomentLater();

  expect(screen.queryByRole('dialog')).toBeNull();
});
