/** The day of a moment as the person here would say it: on this device's calendar, in their language. */
import { deviceTimezone, fullDate, localDay } from './dates';
import { language } from './strings';

export const dayOf = (moment: string): string => fullDate(localDay(new Date(moment), deviceTimezone()), language);
