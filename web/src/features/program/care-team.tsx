/** Who looks after a client, from when until when. That nobody is left is asked about first. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { ENROLMENTS, joinTeam, leaveTeam, type Enrolment, type Leaving, type TeamPlace, type TeamPlaceBody } from '../../api/enrolments';
import { isProblem } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { fullDate, localDay } from '../../lib/dates';
import { optionsOf } from '../../lib/options';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';
import { PersonSelect } from './person-select';
import { DayForm } from './day-form';

const MOST_RUNGS = 10;
const RUNGS = Array.from({ length: MOST_RUNGS }, (_, rung) => ({ value: String(rung), label: String(rung + 1) }));

export function CareTeam({ enrolment, team }: { enrolment: Enrolment; team: readonly TeamPlace[] }): JSX.Element {
  const [adding, setAdding] = useState(false);
  const today = localDay(new Date(), enrolment.program.timezone);
  const words = t.program.clients;
  return (
    <section class="card stack-small" aria-labelledby="enrolment-team">
      <h2 id="enrolment-team">{words.team}</h2>
      {team.length === 0 && <p class="soft">{words.teamNone}</p>}
      <ul class="program-rows">
        {team.map((place) => (
          <OnePlace key={place.id} place={place} today={today} />
        ))}
      </ul>
      {adding && <JoinTeamForm enrolment={enrolment} today={today} onClose={() => setAdding(false)} />}
      {enrolment.active_until === null && !adding && (
        <div>
          <Button look="secondary" icon="plus" onClick={() => setAdding(true)}>
            {words.teamAdd}
          </Button>
        </div>
      )}
    </section>
  );
}

function OnePlace({ place: { id, name, role, rung, active_from: from, active_until: until }, today }: { place: TeamPlace; today: string }): JSX.Element {
  const [leaving, setLeaving] = useState(false);
  const words = t.program.clients;
  const roles: Record<string, string> = words.roles;
  const facts = [roles[role] ?? role, words.rungOf(rung + 1), t.program.series.since(fullDate(from, language)), until !== null && t.program.series.untilDay(fullDate(until, language))];
  return (
    <li class="stack-small">
      <div class="row row-apart">
        <div>
          <p class="strong">{name}</p>
          <p class="soft small">{facts.filter(Boolean).join(' · ')}</p>
        </div>
        {until === null && !leaving && (
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {words.end(name)}
          </Button>
        )}
      </div>
      {leaving && <Leave place={id} today={today} onClose={() => setLeaving(false)} />}
    </li>
  );
}

function Leave({ place, today, onClose }: { place: string; today: string; onClose: () => void }): JSX.Element {
  const sending = useSending((leave: Leaving) => leaveTeam(leave), [ENROLMENTS], onClose);
  const nobody = isProblem(sending.error, 'nobody_left');
  const words = t.program.clients;
  return (
    <DayForm
      label={words.endOn}
      first={today}
      save={nobody ? words.nobodyYes : words.endSave}
      sending={{ mutate: (on) => sending.mutate({ place, on, nobody }), isPending: sending.isPending, error: sending.error }}
      onClose={onClose}
    />
  );
}

const FIELDS = ['clinician', 'role', 'rung', 'active_from'];

function JoinTeamForm({ enrolment, today, onClose }: { enrolment: Enrolment; today: string; onClose: () => void }): JSX.Element {
  const [form, setForm] = useState({ clinician: '', role: 'therapist', rung: '0', from: today });
  const [checked, setChecked] = useState(false);
  const joining = useSending((body: TeamPlaceBody) => joinTeam(enrolment.id, body), [ENROLMENTS], onClose);
  const { clinician, role, rung, from } = form;
  const save = (): void => {
    setChecked(true);
    if (clinician !== '' && from !== '') joining.mutate({ clinician, role: role as TeamPlaceBody['role'], rung: Number(rung), active_from: from });
  };
  const wrong = (field: string, value: string): string | undefined => (checked && value === '' ? t.program.required : refusalAt(joining.error, field));
  const words = t.program.clients;
  return (
    <SmallForm bare save={words.teamSave} busy={joining.isPending} trouble={troubleBesides(joining.error, FIELDS)} onSave={save} onClose={onClose}>
      <PersonSelect label={words.clinician} first={t.common.choose} value={clinician} error={wrong('clinician', clinician)} onChange={(value) => setForm({ ...form, clinician: value })} />
      <SelectField label={words.role} options={optionsOf(words.roles)} value={role} error={wrong('role', role)} onChange={(value) => setForm({ ...form, role: value })} />
      <SelectField label={words.rung} options={RUNGS} value={rung} error={wrong('rung', rung)} onChange={(value) => setForm({ ...form, rung: value })} />
      <TextField type="date" label={t.program.series.memberFrom} value={from} error={wrong('active_from', from)} onChange={(value) => setForm({ ...form, from: value })} />
    </SmallForm>
  );
}
