/** The hours in which the team is there, day by day. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import type { Program } from '../../api/program';
import { hoursQuery, ROTA, setHours, type DayHours, type Hours } from '../../api/rota';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { weekday } from '../../lib/dates';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { language, t } from '../../lib/strings';
import { A_MONDAY, daysFrom } from '../../lib/weeks';
import { zoneName } from '../../lib/zone-name';
import { AskedPart } from '../../ui/asked-choice';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

export function RotaHours({ program }: { program: Program }): JSX.Element {
  const asked = useQuery(hoursQuery(program.id));
  return (
    <details>
      <summary>{t.rota.hours}</summary>
      <AskedPart query={asked} isOffline={isOffline} label={t.rota.hours}>
        {(hours) => <HoursForm key={JSON.stringify(hours)} program={program.id} hours={hours} />}
      </AskedPart>
    </details>
  );
}

type Times = Record<string, { opens: string; closes: string }>;

const USUAL = { opens: fieldOfMinute(9 * 60), closes: fieldOfMinute(17 * 60) };
const timesOf = ({ hours }: Hours): Times => Object.fromEntries(hours.map(({ weekday: day, opens, closes }) => [String(day), { opens: fieldOfMinute(opens), closes: fieldOfMinute(closes) }]));
const names = (): string[] => daysFrom(A_MONDAY).map((day) => weekday(day, language));

function HoursForm({ program, hours }: { program: string; hours: Hours }): JSX.Element {
  const [times, setTimes] = useState(() => timesOf(hours));
  const [wrong, setWrong] = useState(false);
  const saving = useSending(setHours, [ROTA]);
  const open = Object.keys(times).sort();
  const save = (): void => {
    const said = open.map((day) => dayOf(day, times[day] ?? USUAL));
    const complete = said.every((one) => one !== undefined);
    setWrong(!complete);
    if (complete) saving.mutate({ program, hours: said });
  };
  return (
    <SmallForm save={t.rota.hoursSave} busy={saving.isPending} trouble={wrong ? t.rota.hoursWrong : saving.error ? sentenceOf(saving.error) : undefined} onSave={save} onClose={() => setTimes(timesOf(hours))}>
      <p class="soft">{t.rota.hoursBody}</p>
      <p class="soft small">{t.rota.zone(zoneName(hours.timezone, language))}</p>
      <CheckList legend={t.rota.days} options={names().map((label, at) => ({ value: String(at), label }))} values={open} onChange={(days) => setTimes(Object.fromEntries(days.map((day) => [day, times[day] ?? USUAL])))} />
      {open.map((day) => (
        <OneDay key={day} name={names()[Number(day)] ?? ''} times={times[day] ?? USUAL} onChange={(one) => setTimes({ ...times, [day]: one })} />
      ))}
      <p role="status" class="soft">
        {saving.isSuccess && t.rota.hoursSaved}
      </p>
    </SmallForm>
  );
}

function OneDay({ name, times, onChange }: { name: string; times: Times[string]; onChange: (times: Times[string]) => void }): JSX.Element {
  return (
    <div class="row">
      <TextField type="time" label={t.rota.opens(name)} value={times.opens} onChange={(opens) => onChange({ ...times, opens })} />
      <TextField type="time" label={t.rota.closes(name)} value={times.closes} onChange={(closes) => onChange({ ...times, closes })} />
    </div>
  );
}

function dayOf(day: string, times: Times[string]): DayHours | undefined {
  const [opens, closes] = [minuteOfField(times.opens), minuteOfField(times.closes)];
  if (opens === undefined || closes === undefined || closes <= opens) return undefined;
  return { weekday: Number(day), opens, closes };
}
