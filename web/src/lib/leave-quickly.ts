/**
 * Leaving a page that somebody must not see: another site in its place, at once. What the browser
 * remembers of earlier pages cannot be cleared from here, and the screens say so.
 */
import { navigate } from './navigation';

/** A page that anybody may have open: the weather, without advertising. It does not hear where one came from. */
export const ELSEWHERE = 'https://www.weather.gov/';

/** The screen that stands behind, should somebody go back or close the other page. */
const HARMLESS = '/me';

export function leaveQuickly(replaceBy = (address: string): void => window.location.replace(address)): void {
  navigate(HARMLESS, { replace: true });
  // With no line the other page would not come, and its fault would draw the eye.
  if (navigator.onLine) replaceBy(ELSEWHERE);
}
