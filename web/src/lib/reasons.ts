/** Why an exercise is offered, in one sentence. The same sentences as the server's. */
import { rounded, type Ranked } from './ranking';
import { formatNumber } from './intl';
import { language, t } from './strings';

const SHORT_UNTIL = 5;

export function because({ exercise, basis, tried, helped, totalChange }: Ranked): string {
  const { why } = t.helpNow;
  if (basis === 'untried') return exercise.minutes <= SHORT_UNTIL ? why.short : why.fits;
  if (helped === 0) return why.noChange;
  const mean = rounded(totalChange / tried, 1);
  if (mean <= 0) return why.some[basis](helped, tried);
  return tried === 1 ? why.once[basis](number(mean)) : why.often[basis](helped, tried, number(mean));
}

const number = (value: number): string => formatNumber(value, language);
