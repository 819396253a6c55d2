import { afterEach, beforeEach, expect, it } from 'vitest';

import { appName, chooseLook, readLook, startLook } from './look';

const hrefs = (): (string | null)[] => ['manifest', 'icon', 'apple-touch-icon'].map((rel) => document.querySelector(`link[rel="${rel}"]`)?.getAttribute('href') ?? null);

beforeEach(() => {
  document.head.innerHTML = '<title>Foothold</title><link rel="manifest" href="/manifest.webmanifest"><link rel="icon" href="/icon.svg"><link rel="apple-touch-icon" href="/icon-192.png">';
});
afterEach(() => {
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});

it('wears the plain name everywhere that others can see, and takes it off again', () => {
  chooseLook('plain');
  expect(document.title).toBe('Notes');
  expect(hrefs()).toEqual(['/manifest-plain.webmanifest', '/icon-plain.svg', '/icon-plain-192.png']);

  chooseLook('own');
  expect(document.title).toBe('Foothold');
  expect(hrefs()).toEqual(['/manifest.webmanifest', '/icon.svg', '/icon-192.png']);
});

it('is known from where an installed app starts, and leaves no word of it in the address', () => {
  window.history.replaceState(null, '', '/?plain');

  startLook();

  expect([readLook(), appName(), window.location.search]).toEqual(['plain', 'Notes', '']);
});
