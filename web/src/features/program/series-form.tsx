/** The form of a series or of one session. Refusals stand at their field, and a clash above the button. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isProblem } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { t } from '../../lib/strings';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { FormPart } from './form-part';
import { faultsOf, type Fault, type SeriesDraft } from './series-draft';
import { draftWords } from './series-words';
import type { SessionChoices } from './use-choices';
import { WhatFields } from './what-fields';
import { WhenFields } from './when-fields';
import { WhereFields } from './where-fields';

interface SeriesFormProps {
  first: SeriesDraft;
  choices: SessionChoices;
  repeats: boolean;
  /** An existing series, from a day on. */
  changing?: boolean;
  back: string;
  save: { mutate: (draft: SeriesDraft) => void; isPending: boolean; error: Error | null };
}

const SHOWN = ['kind', 'title', 'topic', 'skill_slug', 'rule', 'starts_on', 'starts_at', 'ends_on', 'minute_of_day', 'minutes', 'room', 'telehealth_url', 'capacity', 'clinicians', 'track'];

export function SeriesForm({ first, choices, repeats, changing = false, back, save }: SeriesFormProps): JSX.Element {
  const [draft, setDraft] = useState(first);
  const [checked, setChecked] = useState(false);
  const faults: readonly string[] = checked ? faultsOf(draft, repeats) : [];
  const part: FormPart = {
    draft,
    choices,
    repeats,
    change: (changed) => setDraft({ ...draft, ...changed }),
    wrong: (field) => (faults.includes(field) ? faultWords(field as Fault) : refusalAt(save.error, field)),
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (faultsOf(draft, repeats).length === 0 && !save.isPending) save.mutate(draft);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <WhatFields {...part} />
      <WhenFields {...part} changing={changing} />
      <WhereFields {...part} changing={changing} />
      <Summary sentence={draftWords(draft, repeats, choices)} />
      <Trouble error={save.error} />
      <div class="moves">
        <ButtonLink to={back} look="secondary">
          {t.common.cancel}
        </ButtonLink>
        <Button type="submit" busy={save.isPending}>
          {repeats ? t.program.series.save : t.program.series.saveOne}
        </Button>
      </div>
    </form>
  );
}

function Summary({ sentence }: { sentence: string | undefined }): JSX.Element | null {
  if (sentence === undefined) return null;
  return (
    <section class="stack-small" aria-labelledby="series-summary">
      <h2 id="series-summary">{t.program.series.summary}</h2>
      <p>{sentence}</p>
    </section>
  );
}

function Trouble({ error }: { error: Error | null }): JSX.Element | null {
  const sentence = troubleBesides(error, SHOWN);
  if (sentence === undefined) return null;
  if (!isProblem(error, 'taken')) {
    return (
      <Notice tone="warm" urgent>
        {sentence}
      </Notice>
    );
  }
  return (
    <Notice tone="warm" icon="clock" urgent>
      <p class="strong">{t.program.series.clash}</p>
      <p>{sentence}</p>
      <p>{t.program.series.clashHelp}</p>
    </Notice>
  );
}

function faultWords(fault: Fault): string {
  const words = t.program.series;
  const own: Partial<Record<Fault, string>> = { rule: words.needDay, minutes: words.minutesWrong, clinicians: words.needClinician, capacity: words.capacityWrong };
  return own[fault] ?? t.program.required;
}
