/** Covers the app while it is not in front, so that the picture in the list of open apps shows nothing. */
import { useEffect } from 'preact/compat';

import { readPhone } from '../../offline/phone';

const AWAY = 'away';

export function useAway(): void {
  useEffect(() => {
    // At once and without a drawing: the picture is taken right after this.
    const leave = (): void => void document.documentElement.classList.toggle(AWAY, readPhone().coverAway);
    const look = (): void => {
      if (document.visibilityState === 'hidden') leave();
      else document.documentElement.classList.remove(AWAY);
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', look);
      document.documentElement.classList.remove(AWAY);
    };
  }, []);
}
