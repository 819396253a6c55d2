/** The way to the app's other language, called by its own name so that who needs it can read it. */
import './language-switch.css';

import type { JSX } from 'preact';

import { LANGUAGE_NAMES, type LanguageCode } from '../lib/strings';

interface LanguageSwitchProps {
  now: LanguageCode;
  onChange: (next: LanguageCode) => void;
}

export function LanguageSwitch({ now, onChange }: LanguageSwitchProps): JSX.Element {
  const others = (Object.keys(LANGUAGE_NAMES) as LanguageCode[]).filter((code) => code !== now);
  return (
    <>
      {others.map((code) => (
        <button key={code} type="button" class="language-switch" lang={code} onClick={() => onChange(code)}>
          {LANGUAGE_NAMES[code]}
        </button>
      ))}
    </>
  );
}
