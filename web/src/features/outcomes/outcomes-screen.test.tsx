import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';

import type { Role } from '../../api/types';
import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { OutcomesScreen } from './outcomes-screen';

const cell = { n: 14, first_mean: 4.5, mean_change: 1.25, low: 0.5, high: 2, share_missing: null, missing_band: 'under_a_quarter', published_at: '2026-11-20T10:00:00Z' };
const outcomes = {
  program: { id: 'p', name: 'Harbor' },
  least: 11,
  rule_version: 'outcomes-2',
  measures: [
    { key: 'mood', weeks: [{ week: 2, cell }, { week: 3, cell: null }] }, // prettier-ignore
    { key: 'stress', weeks: [{ week: 2, cell: null }] },
  ],
};

it('a number stands with how many, how sure and how much is missing; few people are no number', async () => {
  fakeServer({ 'GET /api/v1/outcomes/': { body: { results: [outcomes.program] } }, 'GET /api/v1/outcomes/p/': { body: outcomes } });
  const person = await signedInAs({ ...okafor, roles: ['administrator'] as Role[] });
  person.show(<OutcomesScreen />);

  const table = within(await screen.findByRole('table', { name: 'Mood, 0 to 10' }));
  expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual([
    'WeekPeopleMean at firstMean change95% intervalMissingAs of',
    '2144.5+1.25+0.5 to +2under a quarterNovember 20, 2026',
    '3fewer than 11 people',
  ]);
  expect(screen.getByText('Fewer than 11 people in every week, so nothing is shown.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Download as a table (CSV)' }).getAttribute('href')).toBe('/api/v1/outcomes/p/csv/');
});
