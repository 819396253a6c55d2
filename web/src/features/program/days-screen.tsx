/** The rooms of a program, and the days on which nothing takes place. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { addHoliday, addRoom, closeRoom, holidaysQuery, PROGRAM, removeHoliday, roomsQuery, type Program } from '../../api/program';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SmallForm } from '../../ui/small-form';
import { ProgramPage } from './program-page';

export function DaysScreen(): JSX.Element {
  return (
    <ProgramPage section="days">
      {(program) => (
        <div class="program-two" key={program.id}>
          <Rooms program={program} />
          <Holidays program={program} />
        </div>
      )}
    </ProgramPage>
  );
}

function Rooms({ program }: { program: Program }): JSX.Element {
  const found = useQuery(roomsQuery(program.id));
  const closing = useSending(closeRoom, [PROGRAM]);
  const words = t.program.days;
  return (
    <section class="card stack-small" aria-labelledby="program-rooms">
      <h2 id="program-rooms">{words.rooms}</h2>
      <Refusal error={closing.error} />
      <Asked query={found} isOffline={isOffline}>
        {(rooms) => (
          <>
            {rooms.length === 0 && <p class="soft">{words.roomsNone}</p>}
            <ul class="program-rows">
              {rooms.map(({ id, name, closed_on: closed }) => (
                <li key={id} class="row row-apart">
                  <span class="strong">{name}</span>
                  {closed === null ? (
                    <Button look="quiet" label={words.roomClose(name)} busy={closing.isPending} onClick={() => closing.mutate(id)}>
                      {words.close}
                    </Button>
                  ) : (
                    <Chip>{words.roomClosed}</Chip>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
      <RoomForm program={program} />
    </section>
  );
}

function RoomForm({ program }: { program: Program }): JSX.Element {
  const [name, setName] = useState<string>();
  const [checked, setChecked] = useState(false);
  const close = (): void => setName(undefined);
  const adding = useSending((value: string) => addRoom(program.id, value), [PROGRAM], close);
  const words = t.program.days;
  if (name === undefined) return <Add label={words.roomAdd} onClick={() => setName('')} />;
  const save = (): void => {
    setChecked(true);
    if (name.trim() !== '') adding.mutate(name.trim());
  };
  return (
    <SmallForm bare save={words.roomSave} busy={adding.isPending} trouble={troubleBesides(adding.error, ['name'])} onSave={save} onClose={close}>
      <TextField label={words.roomName} maxLength={80} value={name} error={checked && name.trim() === '' ? t.program.required : refusalAt(adding.error, 'name')} onChange={setName} />
    </SmallForm>
  );
}

function Holidays({ program }: { program: Program }): JSX.Element {
  const found = useQuery(holidaysQuery(program.id));
  const removing = useSending(removeHoliday, [PROGRAM]);
  const words = t.program.days;
  return (
    <section class="card stack-small" aria-labelledby="program-holidays">
      <h2 id="program-holidays">{words.holidays}</h2>
      <p class="soft small">{words.holidaysLead}</p>
      <Refusal error={removing.error} />
      <Asked query={found} isOffline={isOffline}>
        {(holidays) => (
          <>
            {holidays.length === 0 && <p class="soft">{words.holidaysNone}</p>}
            <ul class="program-rows">
              {holidays.map(({ id, on, name }) => (
                <li key={id} class="row row-apart">
                  <span>
                    <span class="strong">{name}</span> <span class="soft">{fullDate(on, language)}</span>
                  </span>
                  <Button look="quiet" label={words.holidayRemove(name)} busy={removing.isPending} onClick={() => removing.mutate(id)}>
                    {words.remove}
                  </Button>
                </li>
              ))}
            </ul>
            {holidays.length > 0 && <p class="soft small">{words.removeNote}</p>}
          </>
        )}
      </Asked>
      <HolidayForm program={program} />
    </section>
  );
}

function HolidayForm({ program }: { program: Program }): JSX.Element {
  const [form, setForm] = useState<{ on: string; name: string }>();
  const [checked, setChecked] = useState(false);
  const close = (): void => setForm(undefined);
  const adding = useSending(({ on, name }: { on: string; name: string }) => addHoliday(program.id, on, name), [PROGRAM], close);
  const words = t.program.days;
  if (!form) return <Add label={words.holidayAdd} onClick={() => setForm({ on: '', name: '' })} />;
  const wrong = (field: 'on' | 'name'): string | undefined => (checked && form[field].trim() === '' ? t.program.required : refusalAt(adding.error, field));
  const save = (): void => {
    setChecked(true);
    if (form.on !== '' && form.name.trim() !== '') adding.mutate({ on: form.on, name: form.name.trim() });
  };
  return (
    <SmallForm bare save={words.holidaySave} busy={adding.isPending} trouble={troubleBesides(adding.error, ['on', 'name'])} onSave={save} onClose={close}>
      <TextField type="date" label={words.holidayOn} value={form.on} error={wrong('on')} onChange={(on) => setForm({ ...form, on })} />
      <TextField label={words.holidayName} maxLength={80} value={form.name} error={wrong('name')} onChange={(name) => setForm({ ...form, name })} />
    </SmallForm>
  );
}

function Add({ label, onClick }: { label: string; onClick: () => void }): JSX.Element {
  return (
    <div>
      <Button look="secondary" icon="plus" onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

function Refusal({ error }: { error: Error | null }): JSX.Element | null {
  if (!error) return null;
  return (
    <Notice tone="warm" urgent>
      {sentenceOf(error)}
    </Notice>
  );
}
