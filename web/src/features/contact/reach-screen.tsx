/** How the program reaches me: my number, where I am, and whom to call when I am not safe. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { reachQuery, sayReach, type Reach, type ReachBody } from '../../api/contact';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useProof } from '../../api/use-proof';
import { deviceTimezone, fullDate, localDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { ProofDialog } from '../../ui/proof-dialog';
import { Why } from '../../ui/why';

export function ReachScreen(): JSX.Element {
  const found = useQuery(reachQuery);
  const words = t.contact.reach;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.common.me}</BackLink>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <Asked query={found} isOffline={isOffline} offlineBody={words.offline}>
        {(answer) => <ReachForm known={answer.reach} />}
      </Asked>
    </div>
  );
}

type Field = keyof ReachBody;
type Draft = Required<ReachBody>;

const EMPTY: Draft = { phone: '', place: '', contact_name: '', contact_relationship: '', contact_phone: '' };

function draftOf(known: Reach['reach']): Draft {
  if (!known) return EMPTY;
  const { phone, place, contact_name, contact_relationship, contact_phone } = known;
  return { phone, place, contact_name, contact_relationship, contact_phone };
}

/** A person without a number, or a number without a person, would help nobody. */
function missingIn(draft: Draft): Field | undefined {
  if (draft.phone.trim() === '') return 'phone';
  const { contact_name: name, contact_phone: phone, contact_relationship: relationship } = draft;
  if (!(name + phone + relationship).trim()) return undefined;
  if (!name.trim()) return 'contact_name';
  return phone.trim() ? undefined : 'contact_phone';
}

type FieldOf = (name: Field) => { value: string; onChange: (value: string) => void; error: string | undefined };

function Confirmed({ known }: { known: Reach['reach'] }): JSX.Element | null {
  if (!known) return null;
  return <p class="soft">{t.contact.reach.confirmed(fullDate(localDay(new Date(known.confirmed_at), deviceTimezone()), language))}</p>;
}

function OtherPerson({ field }: { field: FieldOf }): JSX.Element {
  const words = t.contact.reach;
  return (
    <>
      <TextField label={words.name} maxLength={80} {...field('contact_name')} />
      <TextField label={words.relationship} maxLength={80} {...field('contact_relationship')} />
      <TextField type="tel" inputMode="tel" label={words.otherPhone} {...field('contact_phone')} />
    </>
  );
}

function ReachForm({ known }: { known: Reach['reach'] }): JSX.Element {
  const [draft, setDraft] = useState(() => draftOf(known));
  const [checked, setChecked] = useState(false);
  const words = t.contact.reach;
  const { save: send, saved, busy, error, question } = useSaying(draft);
  const missing = checked ? missingIn(draft) : undefined;
  const field: FieldOf = (name) => ({
    value: draft[name],
    onChange: (value) => setDraft({ ...draft, [name]: value }),
    error: missing === name ? (name === 'phone' ? words.needPhone : words.needOther) : refusalAt(error, name),
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (missingIn(draft) === undefined) send();
  };
  return (
    <>
      <form class="card stack" noValidate onSubmit={submit}>
        <Confirmed known={known} />
        <TextField type="tel" inputMode="tel" autoComplete="tel" label={words.phone} {...field('phone')} />
        <Why about={words.phone} of="reachPhone" />
        <TextField label={words.place} hint={words.placeHint} maxLength={200} {...field('place')} />
        <Why about={words.place} of="reachPlace" />
        <fieldset class="stack-small">
          <legend class="question-legend">{words.otherTitle}</legend>
          <p class="soft small">{words.otherHint}</p>
          <Why about={words.otherTitle} of="reachOther" />
          <OtherPerson field={field} />
        </fieldset>
        <Outcome trouble={troubleBesides(error, Object.keys(EMPTY))} saved={saved} />
        <Button type="submit" busy={busy}>
          {words.save}
        </Button>
      </form>
      {question && <ProofDialog {...question} />}
    </>
  );
}

/** Another number is only taken from somebody who shows once more that it is they. */
function useSaying(draft: Draft) {
  const queries = useQueryClient();
  const { attempt, busy, error, question } = useProof();
  const [saved, setSaved] = useState(false);
  const work = async (): Promise<void> => {
    await sayReach(draft);
    await queries.invalidateQueries({ queryKey: reachQuery.queryKey });
    setSaved(true);
  };
  const save = (): void => {
    setSaved(false);
    if (!busy) void attempt(work);
  };
  return { save, saved, busy, error, question };
}

function Outcome({ trouble, saved }: { trouble: string | undefined; saved: boolean }): JSX.Element {
  return (
    <>
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <div role="status">{saved && <Notice icon="check">{t.contact.reach.saved}</Notice>}</div>
    </>
  );
}
