/** In which language the app, its messages and the server's sentences speak to me. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { LANGUAGE_NAMES, t, type LanguageCode } from '../../lib/strings';
import { useLanguage } from '../../offline/language';
import { BackLink } from '../../ui/back-link';
import { Choices } from '../../ui/choices';

export function LanguageScreen(): JSX.Element {
  const [language, choose] = useLanguage();
  const [changed, setChanged] = useState(false);
  const words = t.me.languageScreen;
  return (
    <div class="page page-narrow stack">
      <header class="stack-small">
        <BackLink to="/me">{t.me.title}</BackLink>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <Choices
        legend={words.ask}
        value={language}
        onChange={(next) => {
          choose(next as LanguageCode);
          setChanged(true);
        }}
        choices={Object.entries(LANGUAGE_NAMES).map(([value, label]) => ({ value, label }))}
      />
      <p role="status">{changed && words.saved}</p>
      <p class="soft small">{words.others}</p>
    </div>
  );
}
