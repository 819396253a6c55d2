/** How the program reaches me: my number, where I am, and whom to call when I am not safe. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { reachQuery, sayReach, type Reach, type ReachBody } from '../../api/contact';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, fullDate, localDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Why } from '../../ui/why';

export function ReachScreen(): JSX.Element {
  const found = useQuery(reachQuery);
  const words = t.contact.reach;
  return (
    <div class="page stack">
      <header class="stack-small">
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

function ReachForm({ known }: { known: Reach['reach'] }): JSX.Element {
  const [draft, setDraft] = useState(() => draftOf(known));
  const [checked, setChecked] = useState(false);
  const sending = useSending(sayReach, [reachQuery.queryKey]);
  const words = t.contact.reach;
  const missing = checked ? missingIn(draft) : undefined;
  const field = (name: Field): { value: string; onChange: (value: string) => void; error: string | undefined } => ({
    value: draft[name],
    onChange: (value) => setDraft({ ...draft, [name]: value }),
    error: missing === name ? (name === 'phone' ? words.needPhone : words.needOther) : refusalAt(sending.error, name),
  });
  const save = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (missingIn(draft) === undefined && !sending.isPending) sending.mutate(draft);
  };
  return (
    <form class="card stack" noValidate onSubmit={save}>
      {known && <p class="soft">{words.confirmed(fullDate(localDay(new Date(known.confirmed_at), deviceTimezone()), language))}</p>}
      <TextField type="tel" inputMode="tel" autoComplete="tel" label={words.phone} {...field('phone')} />
      <Why about={words.phone} of="reachPhone" />
      <TextField label={words.place} hint={words.placeHint} maxLength={200} {...field('place')} />
      <Why about={words.place} of="reachPlace" />
      <fieldset class="stack-small">
        <legend class="question-legend">{words.otherTitle}</legend>
        <p class="soft small">{words.otherHint}</p>
        <Why about={words.otherTitle} of="reachOther" />
        <TextField label={words.name} maxLength={80} {...field('contact_name')} />
        <TextField label={words.relationship} maxLength={80} {...field('contact_relationship')} />
        <TextField type="tel" inputMode="tel" label={words.otherPhone} {...field('contact_phone')} />
      </fieldset>
      <Outcome trouble={troubleBesides(sending.error, Object.keys(EMPTY))} saved={sending.isSuccess} />
      <Button type="submit" busy={sending.isPending}>
        {words.save}
      </Button>
    </form>
  );
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
