/** Step: who. One person, by name, with an address and what they are to the client. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { isWhoComplete, looksLikeEmail, type Relationship } from './draft';
import type { StepProps } from './flow';
import { TheirLanguage } from './their-language';

const LONGEST = { name: 120, email: 254, relationship: 60 };

export function WhoStep({ draft, draft: { name, email }, change, onNext }: StepProps): JSX.Element {
  const [checked, setChecked] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (isWhoComplete(draft)) onNext();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <header class="stack-small">
        <h1>{t.sharing.who}</h1>
        <p class="lead">{t.sharing.whoLead}</p>
      </header>
      <TextField
        label={t.sharing.name}
        value={name}
        maxLength={LONGEST.name}
        autoComplete="off"
        onChange={(next) => change({ name: next })}
        error={checked && name.trim() === '' ? t.sharing.nameMissing : undefined}
      />
      <TextField
        label={t.sharing.theirEmail}
        hint={t.sharing.emailHint}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={email}
        maxLength={LONGEST.email}
        onChange={(next) => change({ email: next })}
        error={checked && !looksLikeEmail(email) ? t.sharing.emailMissing : undefined}
      />
      <Relation draft={draft} change={change} checked={checked} />
      <TheirLanguage value={draft.theirLanguage} onChange={(next) => change({ theirLanguage: next })} />
      <Button type="submit" wide>
        {t.common.next}
      </Button>
    </form>
  );
}

function Relation({ draft: { relationship, otherRelationship: own }, change, checked }: Pick<StepProps, 'draft' | 'change'> & { checked: boolean }): JSX.Element {
  return (
    <>
      <div class="stack-small">
        <p class="field-label" aria-hidden="true">
          {t.sharing.relationship}
        </p>
        <Choices
          legend={t.sharing.relationship}
          compact="pills"
          choices={optionsOf(t.sharing.relationships)}
          value={relationship}
          onChange={(value) => change({ relationship: value as Relationship })}
          error={checked && relationship === undefined ? t.sharing.relationshipMissing : undefined}
        />
      </div>
      {relationship === 'other' && (
        <TextField
          label={t.sharing.relationshipOther}
          value={own}
          maxLength={LONGEST.relationship}
          onChange={(next) => change({ otherRelationship: next })}
          error={checked && own.trim() === '' ? t.sharing.relationshipMissing : undefined}
        />
      )}
    </>
  );
}
