/** What the link of an invitation carries: its secret and, after a point, the language in which somebody was asked. */
import { useEffect, useState } from 'preact/compat';

import { knownLanguage, language, speak, type LanguageCode } from './strings';

interface Carried {
  token: string;
  /** To be spoken from now on; none, where it is spoken already. */
  other: LanguageCode | undefined;
}

export interface Invited {
  token: string;
  /** The words are there: nothing is drawn twice. */
  isReady: boolean;
}

/** `isKnown`: somebody is signed in and has a language of their own. The device's is not changed by a link. */
export function useInvited({ isKnown = false } = {}): Invited {
  const [{ token, other }] = useState(() => readLink(isKnown));
  const [isReady, setReady] = useState(other === undefined);
  useEffect(() => {
    // The token must not stay in the address bar or the history.
    window.history.replaceState(null, '', window.location.pathname);
  }, []);
  useEffect(() => {
    if (other === undefined) return;
    const goOn = (): void => setReady(true);
    // With no line it goes on in the language that is here.
    void speak(other).then(goOn, goOn);
  }, [other]);
  return { token, isReady };
}

function readLink(isKnown: boolean): Carried {
  const [token = '', tag] = window.location.hash.slice(1).split('.');
  const asked = isKnown ? undefined : knownLanguage([tag]);
  return { token, other: asked === language ? undefined : asked };
}
