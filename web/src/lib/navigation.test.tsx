import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { Link, matchPath, usePath } from './navigation';

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
