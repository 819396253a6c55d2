/** How far a trial note got, told as it is: the server says sent, the device itself says arrived. Pure. */
import type { ContactPoint } from '../../api/reminders';

export type Trial = 'waiting' | 'sent' | 'came' | 'late' | 'unsent';

export const A_MINUTE = 60_000;

/** `waited`: milliseconds since the button was pressed, on this device's own clock. */
export function trialOf({ tested_at: tested, delivered_at: delivered, arrived_at: arrived }: Pick<ContactPoint, 'tested_at' | 'delivered_at' | 'arrived_at'>, waited: number): Trial {
  // Both moments are the server's, so they compare whatever the clock of this device says.
  const since = (moment: string | null): boolean => tested !== null && moment !== null && Date.parse(moment) >= Date.parse(tested);
  if (since(arrived)) return 'came';
  const late = waited >= A_MINUTE;
  if (since(delivered)) return late ? 'late' : 'sent';
  return late ? 'unsent' : 'waiting';
}

export const isOver = (trial: Trial): boolean => trial === 'came' || trial === 'late' || trial === 'unsent';
