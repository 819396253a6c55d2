/** How a change of a rating is put into words. A change above nought is an easing. */
import { formatNumber } from './intl';
import { language, t } from './strings';

const number = (value: number): string => formatNumber(Math.abs(value), language);

/** Below this a mean is no change worth a word. */
const NOTHING = 0.05;

export const amountOf = (change: number): string => number(change);

export function easingWords(mean: number | null): string {
  if (mean === null) return t.skills.changeUnknown;
  if (Math.abs(mean) < NOTHING) return t.skills.changeNone;
  return mean > 0 ? t.skills.changeDown(number(mean)) : t.skills.changeUp(number(mean));
}
