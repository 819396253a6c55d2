/** By how much the clock of this phone is off, in the largest unit that is still true. */
import { t } from '../../lib/strings';

export function clockOffWords(minutes: number): string {
  const time = lengthOf(Math.abs(minutes));
  return minutes > 0 ? t.device.clockAhead(time) : t.device.clockBehind(time);
}

function lengthOf(minutes: number): string {
  if (minutes < 90) return t.device.minutes(minutes);
  const hours = Math.round(minutes / 60);
  return hours < 36 ? t.device.hours(hours) : t.device.days(Math.round(hours / 24));
}
