import { readFileSync } from 'node:fs';

import { afterEach, expect, it } from 'vitest';

import { crisisLine, emergencyLine, HELP_LINES_CHECKED_ON, otherLines, programLines } from './help-lines';
import { LANGUAGE_NAMES, speak, type LanguageCode } from './strings';

const hrefs = (): string[] =>
  [emergencyLine(), crisisLine(), ...otherLines()].flatMap(({ call, text }) => [call?.href, text?.href].filter((href) => href !== undefined)).sort();
const page = new DOMParser().parseFromString(readFileSync('index.html', 'utf8'), 'text/html');

afterEach(() => speak('en'));

it.each(Object.keys(LANGUAGE_NAMES) as LanguageCode[])('index.html offers the same calls and texts when the app’s code does not run: %s', async (code) => {
  await speak(code);

  const links = [...page.querySelectorAll(`#fallback [lang=${code}] a`)].map((link) => link.getAttribute('href'));

  expect(links.sort()).toEqual(hrefs());
});

it('index.html carries no inline script or style, which the content policy would refuse', () => {
  expect(page.querySelectorAll('script:not([src]), style, [style], [onclick]')).toHaveLength(0);
});

it('the numbers were looked at in the last year', () => {
  const months = (Date.now() - Date.parse(HELP_LINES_CHECKED_ON)) / (30 * 24 * 60 * 60 * 1000);

  expect(months).toBeLessThan(12);
});

it('a program without an on-call phone shows only the number it has', () => {
  const lines = programLines({ name: 'Harbor', daytime_phone: '508-555-0110', on_call_phone: '' });

  expect(lines.map(({ call }) => call?.href)).toEqual(['tel:5085550110']);
});
