/** A zone as people say it: “Eastern Time”, not “America/New_York”. */
export function zoneName(zone: string, language: string): string {
  // Nothing of a date is written here but the name of its zone.
  // eslint-disable-next-line no-restricted-syntax
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone.replaceAll('_', ' ');
}
