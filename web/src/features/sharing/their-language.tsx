/** In which language the other person is asked: the message, the page behind its link, and the app for them. */
import type { JSX } from 'preact';

import { optionsOf } from '../../lib/options';
import { LANGUAGE_NAMES, language, t, type LanguageCode } from '../../lib/strings';
import { Choices } from '../../ui/choices';

interface TheirLanguageProps {
  value: LanguageCode | undefined;
  onChange: (next: LanguageCode) => void;
}

export function TheirLanguage({ value = language, onChange }: TheirLanguageProps): JSX.Element {
  return (
    <div class="stack-small">
      <p class="field-label" aria-hidden="true">
        {t.sharing.theirLanguage}
      </p>
      <Choices legend={t.sharing.theirLanguage} compact="pills" choices={optionsOf(LANGUAGE_NAMES)} value={value} onChange={(next) => onChange(next as LanguageCode)} />
    </div>
  );
}
