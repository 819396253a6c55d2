/** Step: until when, and, for who wants to say it, why. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import type { Span } from './draft';
import type { StepProps } from './flow';

const LONGEST_PURPOSE = 200;

export function UntilStep({ draft, change, onNext }: StepProps): JSX.Element {
  const [checked, setChecked] = useState(false);
  const missing = draft.span === 'day' && draft.lastDay === '';
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (!missing) onNext();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <header class="stack-small">
        <h1>{t.sharing.until0}</h1>
        <p class="lead">{t.sharing.untilLead}</p>
      </header>
      <Choices legend={t.sharing.until0} quietLegend choices={optionsOf(t.sharing.untils)} value={draft.span} onChange={(value) => change({ span: value as Span })} />
      {draft.span === 'day' && (
        <TextField
          label={t.sharing.lastDay}
          hint={t.sharing.lastDayHint}
          type="date"
          value={draft.lastDay}
          onChange={(next) => change({ lastDay: next })}
          error={checked && missing ? t.sharing.lastDayMissing : undefined}
        />
      )}
      <TextField label={t.sharing.why} hint={t.sharing.whyHint} value={draft.purpose} maxLength={LONGEST_PURPOSE} onChange={(next) => change({ purpose: next })} />
      <Button type="submit" wide>
        {t.common.next}
      </Button>
    </form>
  );
}
