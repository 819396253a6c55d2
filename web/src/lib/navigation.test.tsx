import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { askBeforeLeaving, Link, matchPath, navigate, usePath } from './navigation';

function Where(): preact.JSX.Element {
  return <p>{usePath()}</p>;
}

it('a link moves without a reload and everyone who watches the path hears of it', () => {
  render(
    <>
      <Where />
      <Link to="/skills">Skills</Link>
    </>,
  );

  fireEvent.click(screen.getByRole('link', { name: 'Skills' }));

  expect(screen.getByText('/skills')).toBeTruthy();
});

it.each([
  ['/skills/:slug', '/skills/stop', { slug: 'stop' }],
  ['/skills/:slug', '/skills', null],
  ['/today', '/today/', {}],
  ['/today', '/me', null],
])('%s against %s', (pattern, path, expected) => {
  expect(matchPath(pattern, path)).toEqual(expected);
});

describe('with something unsaved', () => {
  afterEach(() => askBeforeLeaving(undefined));

  it('a link asks first, and leads on only after yes', () => {
    navigate('/schedule/one');
    render(
      <>
        <Where />
        <Link to="/inbox">Inbox</Link>
      </>,
    );
    let leave = (): void => undefined;
    askBeforeLeaving((go) => (leave = go));

    fireEvent.click(screen.getByRole('link', { name: 'Inbox' }));
    expect(screen.getByText('/schedule/one')).toBeTruthy();
    void act(() => leave());

    expect(screen.getByText('/inbox')).toBeTruthy();
  });

  it('going back asks too, and the screen stays', async () => {
    navigate('/schedule');
    navigate('/schedule/one');
    render(<Where />);
    const asked = vi.fn();
    askBeforeLeaving(asked);

    window.history.back();
    await waitFor(() => expect(asked).toHaveBeenCalled());

    expect(screen.getByText('/schedule/one')).toBeTruthy();
    expect(window.location.pathname).toBe('/schedule/one');
  });

  it('nobody is asked on the way to help', () => {
    askBeforeLeaving(vi.fn());

    navigate('/help');

    expect(window.location.pathname).toBe('/help');
  });
});
