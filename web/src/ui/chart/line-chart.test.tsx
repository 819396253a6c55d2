import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { LineChart } from './line-chart';

const words = { name: 'Mood', summary: 'Answered on 2 of 3 days.', asTable: 'See it as a table', day: 'Day', value: 'Answer', gap: 'no answer', usual: 'Usual range', slide: 'Slide to see each day' };
const days = ['Nov 21', 'Nov 22', 'Nov 23'].map((short) => ({ short, whole: short }));
const show = (): unknown =>
  render(
    <LineChart words={words} low={0} high={10} days={days} values={[4, null, 6]} usual={[null, null, { low: 3, high: 5 }]} marks={[{ name: 'Lapse', sign: '◆', on: [1] }]} write={(value) => `mood ${value}`} />,
  );

it('each day can be reached with the keys, and says what it was', () => {
  show();
  const slider = screen.getByRole('slider', { name: /^Mood/ });

  expect(slider.getAttribute('aria-valuetext')).toBe('Nov 23: mood 6');
  fireEvent.input(slider, { target: { value: '1' } });

  expect(slider.getAttribute('aria-valuetext')).toBe('Nov 22: no answer · Lapse');
  expect(screen.getByText('Nov 22: no answer · Lapse')).toBeTruthy();
});

it('the same days stand in a table, gaps and marks too', () => {
  show();
  const rows = within(screen.getByRole('table', { hidden: true })).getAllByRole('row', { hidden: true });

  expect(rows.map((row) => row.textContent)).toEqual(['DayAnswerUsual rangeLapse', 'Nov 21mood 4', 'Nov 22no answer◆', 'Nov 23mood 63–5']);
});
