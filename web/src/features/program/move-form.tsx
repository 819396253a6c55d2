/** Another time or place for one session; what it clashes with is said in its place. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { moveSession, PROGRAM, roomsQuery, type PlannedSession, type Program } from '../../api/program';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { localDay, minuteOfDay, minutesBetween } from '../../lib/dates';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { t } from '../../lib/strings';
import { momentAt } from '../../lib/wall-clock';
import { AskedPart } from '../../ui/asked-choice';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { Place } from './where-fields';

interface MoveFormProps {
  program: Program;
  session: PlannedSession;
  onClose: () => void;
  onDone: () => void;
}

interface Wish {
  day: string;
  time: string;
  minutes: string;
  place: 'room' | 'link';
  room: string;
  link: string;
}

const wishOf = ({ starts_at: begins, ends_at: ends, room, telehealth_url: link }: PlannedSession, zone: string): Wish => ({
  day: localDay(new Date(begins), zone),
  time: fieldOfMinute(minuteOfDay(new Date(begins), zone)),
  minutes: String(minutesBetween(new Date(begins), new Date(ends))),
  place: room === null ? 'link' : 'room',
  room: room ?? '',
  link,
});

export function MoveForm({ program, session, onClose, onDone }: MoveFormProps): JSX.Element {
  const zone = program.timezone;
  const rooms = useQuery(roomsQuery(program.id));
  const [wish, setWish] = useState(() => wishOf(session, zone));
  const [checked, setChecked] = useState(false);
  const { day, time, minutes, place, room, link } = wish;
  const moving = useSending(
    (at: string) => moveSession(session.id, { starts_at: at, minutes: Number(minutes), room: place === 'room' ? room : null, telehealth_url: place === 'link' ? link.trim() : '' }),
    [PROGRAM],
    onDone,
  );
  const minute = minuteOfField(time);
  const wrong = (field: string): string | undefined => refusalAt(moving.error, field);
  const save = (): void => {
    setChecked(true);
    if (day !== '' && minute !== undefined) moving.mutate(momentAt(day, minute, zone));
  };
  const words = t.program.series;
  return (
    <SmallForm bare save={t.program.week.moveSave} busy={moving.isPending} trouble={troubleBesides(moving.error, ['starts_at', 'minutes', 'room', 'telehealth_url'])} onSave={save} onClose={onClose}>
      <p>{t.program.week.moveNote}</p>
      <TextField type="date" label={t.program.one.day} value={day} onChange={(value) => setWish({ ...wish, day: value })} error={checked && day === '' ? t.program.required : wrong('starts_at')} />
      <TextField type="time" label={words.at} value={time} onChange={(value) => setWish({ ...wish, time: value })} error={checked && minute === undefined ? t.program.required : undefined} />
      <TextField label={words.minutes} inputMode="numeric" maxLength={3} value={minutes} onChange={(value) => setWish({ ...wish, minutes: value })} error={wrong('minutes')} />
      <AskedPart query={rooms} isOffline={isOffline} label={words.place} titled>
        {(all) => <Place draft={wish} choices={{ rooms: all }} wrong={wrong} change={(changed) => setWish({ ...wish, ...changed })} />}
      </AskedPart>
    </SmallForm>
  );
}
