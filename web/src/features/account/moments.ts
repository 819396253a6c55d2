/** Days and moments of these settings, as a person says them. */
import { deviceTimezone, localDay, shortDate, shortMoment } from '../../lib/dates';
import { language } from '../../lib/strings';

/** Seconds since 1970, as django-allauth tells time. */
export const dayOfSeconds = (seconds: number): string => shortDate(localDay(new Date(seconds * 1000), deviceTimezone()), language);

export const momentOf = (moment: string): string => shortMoment(moment, deviceTimezone(), language);
