/** The questions about a lapse. Only the day is needed; each other answer is optional. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { dayName, openDays } from '../../lib/day-of';
import { shiftDay } from '../../lib/dates';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import type { LapseWords } from '../../offline/moments';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { TextArea, TextField } from '../../ui/field';
import { Why } from '../../ui/why';
import { Pills } from './pills';
import { useBusy } from './use-busy';

interface LapseFormProps {
  words: LapseWords;
  today: string;
  /** It was sent for this day already. */
  fixedDay: boolean;
  /** It lies in a card already. */
  bare?: boolean;
  onSend: (words: LapseWords) => Promise<void>;
}

interface PartProps {
  draft: LapseWords;
  onChange: (part: Partial<LapseWords>) => void;
}

/** How far back a lapse may be told of. */
const DAYS_BACK = 30;
const LONGEST = { what: 500, words: 4000, need: 1000 };

export function LapseForm({ words, today, fixedDay, bare = false, onSend }: LapseFormProps): JSX.Element {
  const [draft, setDraft] = useState(words);
  const [badDay, setBadDay] = useState(false);
  const { busy, run } = useBusy();
  const change = (part: Partial<LapseWords>): void => setDraft((now) => ({ ...now, ...part }));
  const send = (): void => {
    const open = draft.on <= today && draft.on >= shiftDay(today, -DAYS_BACK);
    setBadDay(!open);
    if (open) run(() => onSend(draft));
  };
  return (
    <section class={bare ? 'stack' : 'card stack'}>
      {!fixedDay && <WhichDay draft={draft} today={today} wrong={badDay} onChange={change} />}
      <Pills legend={t.moments.lapse.part} choices={optionsOf(t.moments.lapse.parts)} value={draft.part_of_day} onChange={(value) => change({ part_of_day: value as NonNullable<LapseWords['part_of_day']> })} />
      <Why about={t.moments.lapse.part} of="lapsePart" />
      <WhatIsNeeded draft={draft} onChange={change} />
      <InOwnWords draft={draft} onChange={change} />
      <Button wide busy={busy} onClick={send}>
        {t.moments.lapse.send}
      </Button>
    </section>
  );
}

function WhichDay({ draft, today, wrong, onChange }: PartProps & { today: string; wrong: boolean }): JSX.Element {
  const days = openDays(today);
  const [other, setOther] = useState(!days.includes(draft.on));
  const choices = [...days.map((value) => ({ value, label: dayName(value, today) })), { value: 'other', label: t.moments.lapse.otherDay }];
  const pick = (value: string): void => {
    setOther(value === 'other');
    if (value !== 'other') onChange({ on: value });
  };
  return (
    <div class="stack-small">
      <Pills legend={t.moments.lapse.when} choices={choices} value={other ? 'other' : draft.on} onChange={pick} />
      {other && <TextField type="date" label={t.moments.lapse.otherDayLabel} value={draft.on} error={wrong ? t.moments.lapse.pickDay : undefined} onChange={(on) => onChange({ on })} />}
      <Why about={t.moments.lapse.when} of="lapseDay" />
    </div>
  );
}

function InOwnWords({ draft, onChange }: PartProps): JSX.Element {
  const { lapse } = t.moments;
  const [open, setOpen] = useState([draft.what, draft.led_to, draft.learned].some(Boolean));
  if (!open) {
    return (
      <Button look="secondary" wide expanded={false} onClick={() => setOpen(true)}>
        {lapse.more}
      </Button>
    );
  }
  return (
    <>
      <TextField label={lapse.what} hint={lapse.optional} maxLength={LONGEST.what} value={draft.what ?? ''} onChange={(what) => onChange({ what })} />
      <Why about={lapse.what} of="lapseWhat" />
      <TextArea label={lapse.ledTo} hint={lapse.optional} maxLength={LONGEST.words} value={draft.led_to ?? ''} onChange={(led_to) => onChange({ led_to })} />
      <Why about={lapse.ledTo} of="lapseLedTo" />
      <TextArea label={lapse.learned} hint={lapse.optional} maxLength={LONGEST.words} value={draft.learned ?? ''} onChange={(learned) => onChange({ learned })} />
      <Why about={lapse.learned} of="lapseLearned" />
    </>
  );
}

function WhatIsNeeded({ draft, onChange }: PartProps): JSX.Element {
  const { lapse } = t.moments;
  return (
    <>
      <CheckList legend={lapse.needs} options={optionsOf(lapse.need)} values={draft.needs ?? []} onChange={(needs) => onChange({ needs: needs as NonNullable<LapseWords['needs']> })} />
      {draft.needs?.includes('other') && <TextField label={lapse.needWords} maxLength={LONGEST.need} value={draft.need_words ?? ''} onChange={(need_words) => onChange({ need_words })} />}
      <Why about={lapse.needs} of="lapseNeeds" />
    </>
  );
}
