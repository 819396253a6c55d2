/** One milestone to those whom the client picks now. A number of days is the client's own. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { BETWEEN, shareMilestone, type Phrase } from '../../api/between';
import { useSending } from '../../api/use-sending';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { NotSent } from './not-sent';
import { PhraseField, saidIn } from './phrase-field';
import type { Person } from '../../api/use-people';

const LONGEST = 200;

interface Draft {
  to: string[];
  phrase: string;
  days: string;
  text: string;
}

/** What is still missing, by field; undefined where nothing is. */
const missingIn = ({ to, phrase, days, text }: Draft, counts: boolean) => ({
  to: to.length === 0 ? t.between.pick : undefined,
  said: phrase === '' && text.trim() === '' ? t.between.empty : undefined,
  days: counts && !/^\d+$/.test(days.trim()) ? t.between.daysMissing : undefined,
});

export function MilestoneForm({ people, phrases, onSent }: { people: readonly Person[]; phrases: readonly Phrase[]; onSent: () => void }): JSX.Element {
  const [draft, setDraft] = useState<Draft>({ to: people.length === 1 ? people.map(({ id }) => id) : [], phrase: '', days: '', text: '' });
  const [checked, setChecked] = useState(false);
  const [submission] = useState(newSubmissionId);
  const share = useSending(shareMilestone, [BETWEEN], onSent);
  const { to, phrase, days, text } = draft;
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const counts = phrases.some((one) => one.slug === phrase && one.days);
  const missing = missingIn(draft, counts);
  const shown: Partial<typeof missing> = checked ? missing : {};
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (share.isPending || Object.values(missing).some(Boolean)) return;
    share.mutate({ submission_id: submission, to, ...saidIn(phrase, text), ...(counts && { days: Number(days) }) });
  };
  return (
    <form class="stack-small" noValidate onSubmit={submit}>
      <CheckList legend={t.between.to} values={to} onChange={(next) => change({ to: next })} options={people.map(({ id, name }) => ({ value: id, label: name }))} error={shown.to} />
      <PhraseField phrases={phrases} phrase={phrase} text={text} longest={LONGEST} onPhrase={(next) => change({ phrase: next })} onText={(next) => change({ text: next })} error={shown.said} />
      {counts && <TextField label={t.between.days} inputMode="numeric" value={days} onChange={(next) => change({ days: next })} error={shown.days} />}
      <NotSent error={share.error} />
      <div>
        <Button type="submit" busy={share.isPending}>
          {t.between.share}
        </Button>
      </div>
    </form>
  );
}
