/** What stands at the foot of every printed sheet: the program, where it is known, and the day. always.css puts it there. */
import { useEffect } from 'preact/compat';

import { deviceTimezone, fullDate, localDay } from '../lib/dates';
import { appName } from '../lib/look';
import { language } from '../lib/strings';
import { useMaybeDevice } from './device';

const FOOT = '--paper-foot';

/** For a screen that is made to be printed; written anew when it is, for it may have stood open since yesterday. */
export function usePaperFoot(): void {
  const program = useMaybeDevice()?.me.program?.name;
  useEffect(() => {
    const { style } = document.documentElement;
    const write = (): void => {
      const day = fullDate(localDay(new Date(), deviceTimezone()), language);
      // A string of the style sheet is written like one of JSON.
      style.setProperty(FOOT, JSON.stringify(`${program ?? appName()} · ${day}`));
    };
    write();
    window.addEventListener('beforeprint', write);
    return () => {
      window.removeEventListener('beforeprint', write);
      style.removeProperty(FOOT);
    };
  }, [program]);
}
