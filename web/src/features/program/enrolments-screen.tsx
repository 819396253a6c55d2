/** Who is enrolled in a program today, and enrolling somebody. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { enrol, ENROLMENTS, enrolmentsQuery, type Enrolment, type EnrolmentBody } from '../../api/enrolments';
import { isOffline } from '../../api/problem';
import type { Program } from '../../api/program';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { localDay } from '../../lib/dates';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { RowLink } from '../../ui/row-link';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';
import { PersonSelect } from './person-select';
import { ProgramPage } from './program-page';
import { isWeeks } from './weeks';

export function EnrolmentsScreen(): JSX.Element {
  return <ProgramPage section="clients">{(program) => <Enrolments key={program.id} program={program} />}</ProgramPage>;
}

function Enrolments({ program }: { program: Program }): JSX.Element {
  const [adding, setAdding] = useState(false);
  const found = useQuery(enrolmentsQuery(program.id));
  return (
    <>
      {adding ? (
        <EnrolForm program={program} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t.program.clients.add}
          </Button>
        </div>
      )}
      <Asked query={found} isOffline={isOffline} lines={5}>
        {(all) => (all.length === 0 ? <p>{t.program.clients.none}</p> : <Rows enrolments={all} />)}
      </Asked>
    </>
  );
}

function Rows({ enrolments }: { enrolments: readonly Enrolment[] }): JSX.Element {
  return (
    <ul class="program-grid">
      {enrolments.map(({ id, client_name: name, level_of_care: level, week, planned_weeks: planned }) => (
        <li key={id}>
          <RowLink to={`/program/clients/${id}`} icon="me" title={name}>
            {t.program.clients.about(t.program.levels[level], week, planned)}
          </RowLink>
        </li>
      ))}
    </ul>
  );
}

const FIELDS = ['client', 'level_of_care', 'active_from', 'planned_weeks'];

function EnrolForm({ program, onClose }: { program: Program; onClose: () => void }): JSX.Element {
  const [form, setForm] = useState({ client: '', level: 'iop', from: localDay(new Date(), program.timezone), weeks: '8' });
  const [checked, setChecked] = useState(false);
  const adding = useSending(enrol, [ENROLMENTS], onClose);
  const words = t.program.clients;
  const wrong = (field: string, fault: boolean, sentence = t.program.required): string | undefined => (checked && fault ? sentence : refusalAt(adding.error, field));
  const { client, level, from, weeks } = form;
  const save = (): void => {
    setChecked(true);
    if (client === '' || from === '' || !isWeeks(weeks)) return;
    adding.mutate({ program: program.id, client, level_of_care: level as EnrolmentBody['level_of_care'], active_from: from, planned_weeks: Number(weeks) });
  };
  return (
    <SmallForm save={words.save} busy={adding.isPending} trouble={troubleBesides(adding.error, FIELDS)} onSave={save} onClose={onClose}>
      <h2>{words.add}</h2>
      <PersonSelect of="client" label={t.program.series.client} first={t.common.choose} value={client} error={wrong('client', client === '')} onChange={(value) => setForm({ ...form, client: value })} />
      <SelectField label={words.level} options={optionsOf(t.program.levels)} value={level} error={wrong('level_of_care', false)} onChange={(value) => setForm({ ...form, level: value })} />
      <TextField type="date" label={words.from} value={from} error={wrong('active_from', from === '')} onChange={(value) => setForm({ ...form, from: value })} />
      <TextField label={words.weeks} hint={words.weeksHint} inputMode="numeric" maxLength={2} value={weeks} error={wrong('planned_weeks', !isWeeks(weeks), words.weeksWrong)} onChange={(value) => setForm({ ...form, weeks: value })} />
    </SmallForm>
  );
}
