/** When it takes place: how it comes again, from and until which day, at what time and how long. */
import type { JSX } from 'preact';

import { optionsOf } from '../../lib/options';
import { nameOf, ruleWords, WEEKDAYS, isWeekday, type Every, type Recurrence } from '../../lib/recurrence';
import { language, t } from '../../lib/strings';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import type { FormPart } from './form-part';

const MOST_APART = 26;
const LAST_MONTH_DAY = 28;

const dayOptions = (): { value: string; label: string }[] => WEEKDAYS.map((value) => ({ value, label: nameOf(value, language) }));
const numbersTo = (most: number): { value: string; label: string }[] => Array.from({ length: most }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }));

export function WhenFields(part: FormPart & { changing: boolean }): JSX.Element {
  const { draft, repeats, changing, wrong, change } = part;
  const words = t.program.series;
  return (
    <section class="card stack-small" aria-labelledby="series-when">
      <h2 id="series-when">{words.when}</h2>
      {repeats && <Repeating {...part} />}
      <div class="program-columns">
        <TextField
          type="date"
          label={repeats ? (changing ? words.changeFrom : words.from) : t.program.one.day}
          hint={changing ? words.changeHint : undefined}
          value={draft.from}
          error={wrong('starts_on')}
          onChange={(from) => change({ from })}
        />
        {repeats && <TextField type="date" label={words.until} hint={words.untilHint} value={draft.until} error={wrong('ends_on')} onChange={(until) => change({ until })} />}
        <TextField type="time" label={words.at} value={draft.time} error={wrong('minute_of_day') ?? wrong('starts_at')} onChange={(time) => change({ time })} />
        <TextField label={words.minutes} inputMode="numeric" maxLength={3} value={draft.minutes} error={wrong('minutes')} onChange={(minutes) => change({ minutes })} />
      </div>
    </section>
  );
}

function Repeating({ draft, wrong, change }: FormPart): JSX.Element {
  const { recurrence, ownRule } = draft;
  const words = t.program.series;
  const set = (changed: Partial<Recurrence>): void => change({ recurrence: { ...recurrence, ...changed }, ownRule: undefined });
  return (
    <>
      {ownRule !== undefined && <Notice>{words.ownRule(ruleWords(ownRule, language))}</Notice>}
      <div class="program-columns">
        <SelectField label={words.repeats} options={optionsOf(words.everies)} value={recurrence.every} onChange={(every) => set({ every: every as Every })} />
        <SelectField
          label={`${words.interval} ${words.intervals[recurrence.every]}`}
          options={numbersTo(MOST_APART)}
          value={String(recurrence.interval)}
          onChange={(interval) => set({ interval: Number(interval) })}
        />
      </div>
      {recurrence.every === 'week' && (
        <CheckList legend={words.weekdays} options={dayOptions()} values={recurrence.weekdays} error={wrong('rule')} onChange={(days) => set({ weekdays: WEEKDAYS.filter((day) => days.includes(day)) })} />
      )}
      {recurrence.every === 'month' && <OfMonth recurrence={recurrence} onChange={set} />}
      {recurrence.every !== 'week' && wrong('rule') && <Notice tone="warm">{wrong('rule')}</Notice>}
    </>
  );
}

function OfMonth({ recurrence: { nth, monthDay, weekdays }, onChange }: { recurrence: Recurrence; onChange: (changed: Partial<Recurrence>) => void }): JSX.Element {
  const words = t.program.series;
  const order = ['1', '2', '3', '4', '-1'].map((value) => ({ value, label: t.program.rule.nth[value] ?? value }));
  return (
    <div class="program-columns">
      <SelectField label={words.nth} options={[{ value: 'day', label: words.byNumber }, ...order]} value={nth} onChange={(value) => onChange({ nth: value, weekdays: weekdays.slice(0, 1) })} />
      {nth === 'day' ? (
        <SelectField label={words.monthDay} options={numbersTo(LAST_MONTH_DAY)} value={String(monthDay)} onChange={(day) => onChange({ monthDay: Number(day) })} />
      ) : (
        <SelectField label={words.ofWeek} options={dayOptions()} value={weekdays[0] ?? 'MO'} onChange={(day) => onChange({ weekdays: [day].filter(isWeekday) })} />
      )}
    </div>
  );
}
