/** From a clock on the wall of a place to the moment it means. Pure. */
import { localDay, minuteOfDay } from './dates';

const MINUTE = 60_000;

/** How far the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(at: number, zone: string): number {
  const moment = new Date(at);
  return Date.parse(`${localDay(moment, zone)}T00:00:00Z`) + minuteOfDay(moment, zone) * MINUTE - at;
}

/** The moment at which the clocks of a zone show a minute of a day; one that is left out in spring is the one an hour later. */
export function momentAt(day: string, minute: number, zone: string): string {
  const shown = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;
  const guess = shown - offsetAt(shown, zone);
  // The clocks may have changed between the guess and the moment itself.
  return new Date(shown - offsetAt(guess, zone)).toISOString();
}
