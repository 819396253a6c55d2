/** What the answers suggest asking about: never a diagnosis, and always with the reason. */
import type { JSX } from 'preact';

import { inLanguage, type GuideTable, type Suggested, type Suggestion } from '../../lib/guide';
import { language, t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';

interface GuideResultProps {
  table: GuideTable;
  suggestion: Suggestion;
  onStartOver: () => void;
  onBack: () => void;
}

export function GuideResult({ table, suggestion: { first, level }, onStartOver, onBack }: GuideResultProps): JSX.Element {
  const heading = useArrival();
  return (
    <div class="page stack">
      <h1 ref={heading} tabIndex={-1}>
        {t.about.guide.resultTitle}
      </h1>
      {first && (
        <Notice tone="warm">
          <Outcome table={table} suggested={first} />
        </Notice>
      )}
      {level && (
        <section class="card">
          <Outcome table={table} suggested={level} />
        </section>
      )}
      <p>{t.about.guide.next}</p>
      <ButtonLink to="/about/call" icon="call" wide>
        {t.about.pages.call}
      </ButtonLink>
      <ButtonLink to="/about/levels" look="secondary" wide>
        {t.about.guide.compare}
      </ButtonLink>
      <p class="soft small">{inLanguage(table.always, language)}</p>
      <div class="row">
        <Button look="quiet" icon="back" onClick={onBack}>
          {t.common.back}
        </Button>
        <Button look="quiet" onClick={onStartOver}>
          {t.about.guide.again}
        </Button>
      </div>
    </div>
  );
}

function Outcome({ table, suggested: { outcome, because } }: { table: GuideTable; suggested: Suggested }): JSX.Element {
  return (
    <div class="stack-small">
      <h2>{inLanguage(table.outcomes[outcome]?.title, language)}</h2>
      <p>{inLanguage(table.outcomes[outcome]?.text, language)}</p>
      <p>
        <span class="strong">{t.about.guide.why}</span> {inLanguage(table.reasons[because], language)}
      </p>
    </div>
  );
}
