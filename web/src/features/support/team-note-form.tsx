/** Writes the note. Who fears for somebody now is shown whom to call before the button that sends. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { refusalAt, troubleBesides } from '../../api/refusals';
import { isOffline } from '../../api/problem';
import { sendTeamNote, TEAM_NOTES, type TeamForm, type TeamNoteReceived, type TeamWish } from '../../api/support';
import { useSending } from '../../api/use-sending';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextArea, TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { HelpLines } from './help-lines';

const LONGEST = { about: 120, text: 2000, phone: 30 };
const FIELDS = ['about', 'text', 'phone'];

interface Draft {
  wish: TeamWish;
  about: string;
  text: string;
  phone: string;
  worried: boolean;
}

const EMPTY: Draft = { wish: 'note', about: '', text: '', phone: '', worried: false };

export function TeamNoteForm({ form, onSent }: { form: TeamForm; onSent: (answer: TeamNoteReceived) => void }): JSX.Element {
  const [draft, setDraft] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const [submissionId] = useState(newSubmissionId);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const { wish, about, text, phone, worried } = draft;
  const send = useSending(sendTeamNote, [TEAM_NOTES], onSent);
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (send.isPending || !about.trim() || !text.trim()) return;
    send.mutate({ submission_id: submissionId, wish, about: about.trim(), text: text.trim(), phone: wish === 'note' ? '' : phone.trim(), worried_now: worried });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Fields draft={draft} checked={checked} error={send.error} onChange={change} />
      <Worried form={form} worried={worried} onChange={(next) => change({ worried: next })} />
      <Trouble error={send.error} />
      <Button type="submit" wide busy={send.isPending}>
        {t.support.send}
      </Button>
    </form>
  );
}

interface FieldsProps {
  draft: Draft;
  checked: boolean;
  error: Error | null;
  onChange: (part: Partial<Draft>) => void;
}

function Fields({ draft: { wish, about, text, phone }, checked, error, onChange }: FieldsProps): JSX.Element {
  const missing = (value: string, sentence: string): string | undefined => (checked && !value.trim() ? sentence : undefined);
  return (
    <>
      <Wish wish={wish} onChange={(next) => onChange({ wish: next })} />
      <TextField
        label={t.support.about}
        hint={t.support.aboutHint}
        value={about}
        maxLength={LONGEST.about}
        onChange={(next) => onChange({ about: next })}
        error={missing(about, t.support.aboutMissing) ?? refusalAt(error, 'about')}
      />
      <TextArea
        label={t.support.words}
        hint={t.support.wordsHint}
        rows={5}
        value={text}
        maxLength={LONGEST.text}
        onChange={(next) => onChange({ text: next })}
        error={missing(text, t.support.wordsMissing) ?? refusalAt(error, 'text')}
      />
      {wish !== 'note' && (
        <TextField
          label={t.support.phone}
          hint={t.support.phoneHint}
          type="tel"
          autoComplete="tel"
          value={phone}
          maxLength={LONGEST.phone}
          onChange={(next) => onChange({ phone: next })}
          error={refusalAt(error, 'phone')}
        />
      )}
    </>
  );
}

function Wish({ wish, onChange }: { wish: TeamWish; onChange: (wish: TeamWish) => void }): JSX.Element {
  return (
    <div class="stack-small">
      <p class="field-label" aria-hidden="true">
        {t.support.wish}
      </p>
      <Choices
        legend={t.support.wish}
        compact="pills"
        value={wish}
        onChange={(value) => onChange(value as TeamWish)}
        choices={Object.entries(t.support.wishes).map(([value, label]) => ({ value, label }))}
      />
    </div>
  );
}

interface WorriedProps {
  form: TeamForm;
  worried: boolean;
  onChange: (worried: boolean) => void;
}

function Worried({ form, worried, onChange }: WorriedProps): JSX.Element {
  return (
    <div class="stack-small">
      <div class="choices">
        <label class="choice">
          <input type="checkbox" checked={worried} onChange={(event) => onChange(event.currentTarget.checked)} />
          <span>{t.support.worried}</span>
          {worried && <Icon name="check" />}
        </label>
      </div>
      <div role="status">
        {worried && (
          <section class="card stack-small support-help" aria-labelledby="help-first">
            <h2 id="help-first">{t.support.helpFirst}</h2>
            <p>{form.worried_words}</p>
            <HelpLines lines={form.help} />
          </section>
        )}
      </div>
    </div>
  );
}

function Trouble({ error }: { error: Error | null }): JSX.Element | null {
  const sentence = isOffline(error) ? t.support.notSent : troubleBesides(error, FIELDS);
  if (sentence === undefined) return null;
  return (
    <Notice tone="warm" urgent>
      {sentence}
    </Notice>
  );
}
