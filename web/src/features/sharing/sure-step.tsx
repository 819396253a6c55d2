/** Step: a second look at the private ones. What is not confirmed here stays off. */
import type { JSX } from 'preact';

import type { Category } from '../../api/sharing';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import { sensitiveIn } from './draft';
import type { StepProps } from './flow';

export function SureStep({ draft, change, known, onNext }: StepProps): JSX.Element {
  const asked = sensitiveIn(draft, known);
  const confirmed = asked.filter((category) => draft.confirmed.includes(category));
  const set = (category: Category, on: boolean): void => {
    const others = draft.confirmed.filter((one) => one !== category);
    change({ confirmed: on ? [...others, category] : others });
  };
  return (
    <div class="stack">
      <header class="stack-small">
        <h1>{t.sharing.sure}</h1>
        <p class="lead">{t.sharing.sureLead}</p>
      </header>
      <section class="card stack-small" aria-label={t.sharing.sure}>
        {known
          .filter(({ category }) => asked.includes(category))
          .map(({ category, name, words }) => (
            <div key={category} class="sharing-switch">
              <Switch label={t.sharing.sureKeep(name)} meaning={words} on={draft.confirmed.includes(category)} onChange={(on) => set(category, on)} />
            </div>
          ))}
      </section>
      <Notice icon="clock">{t.sharing.sureWait}</Notice>
      {confirmed.length === 0 && <p class="soft">{t.sharing.sureNone}</p>}
      <Button wide onClick={onNext}>
        {t.common.next}
      </Button>
    </div>
  );
}
