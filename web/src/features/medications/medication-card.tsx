/** One medication: the prescriber's words, when, the refill; today's marks; a way to say what I noticed. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Medication } from '../../api/medications';
import { fullDate, shiftDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { whenWords } from '../../lib/medication-times';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { NoteForm } from './note-form';
import { TodayMarks } from './today-marks';

interface MedicationCardProps {
  medication: Medication;
  today: string;
  /** No longer on the list. */
  past?: boolean;
}

const REFILL_SOON = 7;

export function MedicationCard({ medication, today, past = false }: MedicationCardProps): JSX.Element {
  const { id, name, refill_on: refill } = medication;
  const soon = !past && refill !== null && refill <= shiftDay(today, REFILL_SOON);
  return (
    <article class="card stack-small" aria-labelledby={`medication-${id}`}>
      <div class="row row-apart">
        <h2 id={`medication-${id}`}>{name}</h2>
        {soon && (
          <Chip tone="warm" icon="clock">
            {t.care.medications.refillSoon}
          </Chip>
        )}
      </div>
      <Facts medication={medication} past={past} />
      {!past && !medication.as_needed && <TodayMarks medication={medication} today={today} />}
      {!past && <Noticed medication={medication} />}
    </article>
  );
}

function Facts({ medication, past }: { medication: Medication; past: boolean }): JSX.Element {
  const { dose_text: dose, prescriber, refill_on: refill, active_from: from, active_until: until } = medication;
  const facts: [string, string | null][] = [
    [t.care.medications.dose, dose],
    [t.care.medications.when, whenWords(medication, language)],
    [t.care.medications.prescriber, prescriber],
    [t.care.medications.refill, past || refill === null ? null : t.care.medications.refillBy(fullDate(refill, language))],
    [t.care.medications.since, fullDate(from, language)],
    [t.care.medications.until, until === null ? null : fullDate(until, language)],
  ];
  return (
    <dl class="facts">
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label} class="facts-pair">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Noticed({ medication }: { medication: Medication }): JSX.Element {
  const [writing, setWriting] = useState(false);
  if (writing) return <NoteForm medication={medication} onClose={() => setWriting(false)} />;
  return (
    <div>
      <Button look="quiet" icon="edit" label={`${t.care.medications.noteAdd}: ${medication.name}`} onClick={() => setWriting(true)}>
        {t.care.medications.noteAdd}
      </Button>
    </div>
  );
}
