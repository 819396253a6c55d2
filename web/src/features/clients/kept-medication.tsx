/** One medication for the care team: the prescriber's words, the refill, the client's marks, changing and stopping it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientMedicationsKey, medicationHistoryQuery, stopMedication } from '../../api/client-medications';
import type { Medication, MedicationMark } from '../../api/medications';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { fullDate, shiftDay } from '../../lib/dates';
import { whenWords } from '../../lib/medication-times';
import { language, t } from '../../lib/strings';
import { AskFirst } from '../../ui/ask-first';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { CareHistory } from './care-history';
import { MedicationForm } from './medication-form';

interface KeptMedicationProps {
  client: string;
  medication: Medication;
  marks: readonly MedicationMark[];
  today: string;
}

const SOON = 7;

export function KeptMedication({ client, medication, marks, today }: KeptMedicationProps): JSX.Element {
  const [editing, setEditing] = useState(false);
  if (editing) return <MedicationForm client={client} medication={medication} onClose={() => setEditing(false)} />;
  const { id, name, is_mat: isMat, active_until: until } = medication;
  return (
    <article class="card stack-small" aria-labelledby={`kept-${id}`}>
      <div class="row row-apart">
        <h3 id={`kept-${id}`}>{name}</h3>
        <div class="row">
          {isMat && <Chip spoken={t.record.medications.isMatSpoken}>{t.record.medications.isMat}</Chip>}
          <Refill medication={medication} today={today} />
        </div>
      </div>
      <Facts medication={medication} marks={marks} />
      {until === null && (
        <div class="row">
          <Button look="secondary" icon="edit" label={t.record.medications.editNamed(name)} onClick={() => setEditing(true)}>
            {t.record.medications.edit}
          </Button>
          <Stop client={client} medication={medication} />
        </div>
      )}
      <History medication={medication} />
    </article>
  );
}

function Refill({ medication: { refill_on: on, active_until: until }, today }: { medication: Medication; today: string }): JSX.Element | null {
  if (on === null || until !== null || on > shiftDay(today, SOON)) return null;
  return (
    <Chip tone="warm" icon="clock">
      {on < today ? t.record.medications.refillLate : t.record.medications.refillSoon}
    </Chip>
  );
}

function Facts({ medication, marks }: { medication: Medication; marks: readonly MedicationMark[] }): JSX.Element {
  const { dose_text: dose, prescriber, refill_on: refill, active_from: from, active_until: until, as_needed: asNeeded } = medication;
  const words = t.record.medications;
  const taken = marks.filter(({ mark }) => mark === 'taken').length;
  const facts: [string, string | null][] = [
    [words.facts.dose, dose],
    [words.facts.when, whenWords(medication, language)],
    [words.facts.prescriber, prescriber],
    [words.facts.refill, refill === null ? null : words.refillBy(fullDate(refill, language))],
    [words.facts.since, fullDate(from, language)],
    [words.facts.until, until === null ? null : fullDate(until, language)],
    [words.facts.taken, asNeeded || until !== null ? null : marks.length === 0 ? words.notMarked : words.marked(taken, marks.length - taken)],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} class="record-pair">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Stop({ client, medication: { id, name } }: { client: string; medication: Medication }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const stopping = useSending(() => stopMedication(id), [clientMedicationsKey(client), ['medications', id]], () => setAsking(false));
  const words = t.record.medications;
  return (
    <>
      <Button look="quiet" label={words.stopNamed(name)} onClick={() => setAsking(true)}>
        {words.stop}
      </Button>
      {asking && (
        <AskFirst title={words.stopAsk(name)} yes={words.stopYes} busy={stopping.isPending} trouble={stopping.error ? sentenceOf(stopping.error) : undefined} onYes={() => stopping.mutate(undefined)} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function History({ medication: { id, name } }: { medication: Medication }): JSX.Element {
  const [opened, setOpened] = useState(false);
  const found = useQuery({ ...medicationHistoryQuery(id), enabled: opened });
  return (
    <details onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary aria-label={t.record.medications.historyOf(name)}>{t.record.medications.history}</summary>
      {opened && (
        <Asked query={found} isOffline={isOffline}>
          {(changes) => <CareHistory changes={changes} />}
        </Asked>
      )}
    </details>
  );
}
