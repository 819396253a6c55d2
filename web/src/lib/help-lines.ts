/**
 * Who to call or text in a crisis: static, not personal, the same for everyone.
 * index.html repeats these for the day the app's code does not run; a test keeps both equal.
 */
import { t } from './strings';

export interface HelpLine {
  name: string;
  about: string;
  call?: { number: string; href: string };
  text?: { label: string; href: string };
}

/** When a person last checked every number below, and who answers for them. */
export const HELP_LINES_CHECKED_ON = '2026-11-23';

export function emergencyLine(): HelpLine {
  return { name: t.help.emergencyName, about: t.help.emergencyAbout, call: { number: '911', href: 'tel:911' } };
}

export function crisisLine(): HelpLine {
  return {
    name: t.help.crisisName,
    about: t.help.crisisAbout,
    call: { number: '988', href: 'tel:988' },
    text: { label: t.help.crisisText, href: textHref('988', t.help.crisisTextBody) },
  };
}

export function otherLines(): HelpLine[] {
  return [
    {
      name: t.help.stateName,
      about: t.help.stateAbout,
      call: { number: '833-773-2445', href: 'tel:+18337732445' },
      text: { label: t.help.textNumber('833-773-2445'), href: 'sms:+18337732445' },
    },
    {
      name: t.help.mobileName,
      about: t.help.mobileAbout,
      call: { number: '877-382-1609', href: 'tel:+18773821609' },
    },
    {
      name: t.help.textLineName,
      about: t.help.textLineAbout,
      text: { label: t.help.textWord, href: textHref('741741', t.help.textWordBody) },
    },
    aloneLine(),
  ];
}

/** Somebody who stays on the line with a person who may use alone. */
export function aloneLine(): HelpLine {
  return { name: t.help.aloneName, about: t.help.aloneAbout, call: { number: '800-972-0590', href: 'tel:+18009720590' } };
}

/** The program's own numbers, for a person whose program is known. */
export function programLines(program: {
  name: string;
  daytime_phone: string;
  on_call_phone: string;
}): HelpLine[] {
  const numbers: [string, string, string][] = [
    [t.help.programDay, t.help.programDayAbout, program.daytime_phone],
    [t.help.programNight, t.help.programNightAbout, program.on_call_phone],
  ];
  return numbers
    .filter(([, , number]) => number !== '')
    .map(([name, about, number]) => ({ name, about, call: { number, href: phoneHref(number) } }));
}

const textHref = (number: string, body: string): string => (body === '' ? `sms:${number}` : `sms:${number}?body=${body}`);

/** A link that dials a number as people write one. */
export const phoneHref = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;
