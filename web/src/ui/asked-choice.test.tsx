import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/compat';
import { expect, it, vi } from 'vitest';

import { isOffline, offlineProblem } from '../api/problem';
import { AskedPart, AskedSelect, both, type Query } from './asked-choice';

const user = userEvent.setup();
const ROOMS = [{ id: 'r1', name: 'Room 1' }];

const coming = (refetch = vi.fn()): Query<typeof ROOMS> => ({ data: undefined, isPending: true, error: null, refetch });
const failed = (error: Error, refetch = vi.fn()): Query<typeof ROOMS> => ({ ...coming(refetch), isPending: false, error });
const here = (): Query<typeof ROOMS> => ({ ...coming(), isPending: false, data: ROOMS });

function Room({ query }: { query: Query<typeof ROOMS> }) {
  const [room, setRoom] = useState('');
  return <AskedSelect label="Room" query={query} isOffline={isOffline} first="Choose one" options={(all) => all.map(({ id, name }) => ({ value: id, label: name }))} value={room} onChange={setRoom} />;
}

it('says in place of the words of a list that they are on their way', () => {
  render(<Room query={coming()} />);

  expect(screen.getByLabelText<HTMLSelectElement>('Room').disabled).toBe(true);
  expect(screen.getByRole('option').textContent).toBe('Loading…');
  expect(screen.queryByRole('button')).toBeNull();
});

it('says why a list did not come, and asks again by hand', async () => {
  const refetch = vi.fn();
  const { rerender } = render(<Room query={failed(new Error(), refetch)} />);
  expect(screen.getByRole('option').textContent).toBe('That did not load');
  expect(screen.getByRole('status').textContent).toContain('Something went wrong on our side');

  rerender(<Room query={failed(offlineProblem(), refetch)} />);
  expect(screen.getByRole('option').textContent).toBe('No connection');
  expect(screen.getByRole('status').textContent).toContain('when there is a signal');
  await user.click(screen.getByRole('button', { name: 'Try again: Room' }));

  expect(refetch).toHaveBeenCalledOnce();
});

it('keeps the button while it asks again, and hands the focus on to the list', async () => {
  const { rerender } = render(<Room query={failed(offlineProblem())} />);
  await user.click(screen.getByRole('button', { name: 'Try again: Room' }));
  rerender(<Room query={coming()} />);
  expect(screen.getByRole('button', { name: 'Try again: Room' }).getAttribute('aria-disabled')).toBe('true');

  rerender(<Room query={here()} />);
  expect(document.activeElement).toBe(screen.getByLabelText('Room'));
  expect(screen.queryByRole('button')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Room'), 'Room 1');
  expect(screen.getByLabelText<HTMLSelectElement>('Room').value).toBe('r1');
});

it('does the same for a part that is not one list', async () => {
  const refetch = vi.fn();
  const part = (query: Query<typeof ROOMS>) => (
    <AskedPart query={query} isOffline={isOffline} offlineBody="Later." label="Places" titled>
      {([room]) => <p>{room?.name}</p>}
    </AskedPart>
  );
  const { rerender } = render(part(coming()));
  expect(screen.getByRole('status').textContent).toBe('Loading…');

  rerender(part(failed(offlineProblem(), refetch)));
  expect(screen.getByText('No connection')).toBeTruthy();
  expect(screen.getByText('Later.')).toBeTruthy();
  expect(screen.getByText('Places')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Try again: Places' }));
  expect(refetch).toHaveBeenCalledOnce();

  rerender(part(here()));
  expect(screen.getByText('Room 1')).toBeTruthy();
});

it('waits for both of two answers, and asks again for what is missing only', () => {
  const [one, other] = [vi.fn(), vi.fn()];
  expect(both(here(), coming()).data).toBeUndefined();
  expect(both(here(), here()).data).toEqual([ROOMS, ROOMS]);

  const half = both({ ...here(), refetch: one }, failed(offlineProblem(), other));
  half.refetch();
  expect([half.isPending, isOffline(half.error), one.mock.calls.length, other.mock.calls.length]).toEqual([false, true, 0, 1]);
});
