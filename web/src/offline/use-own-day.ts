/** What day it is for the person who is signed in, whatever the clock of the device is set to. */
import { localDay } from '../lib/dates';
import { useDevice } from './device';

/** On their own calendar: for what they fill in. */
export const useOwnDay = (): string => localDay(new Date(), useDevice().me.timezone);

/** On the calendar of their program, for what runs by it. */
export function useOwnProgramDay(): string {
  const { program, timezone } = useDevice().me;
  return localDay(new Date(), program?.timezone ?? timezone);
}
