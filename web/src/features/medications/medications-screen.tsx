/** My medications as my care team wrote them down. I may mark what I took, and say what I noticed. */
import './medications.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { medicationsQuery, type Medication } from '../../api/medications';
import { isOffline } from '../../api/problem';
import { deviceTimezone, localDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Message } from '../../ui/message';
import { MedicationCard } from './medication-card';
import { NotesList } from './notes-list';

export function MedicationsScreen(): JSX.Element {
  const medications = useQuery(medicationsQuery);
  const today = localDay(new Date(), deviceTimezone());
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/plan">{t.common.plan}</BackLink>
        <h1>{t.care.medications.title}</h1>
        <p class="lead">{t.care.medications.lead}</p>
      </header>
      <Asked query={medications} isOffline={isOffline} lines={4}>
        {(rows) => <List rows={rows} today={today} />}
      </Asked>
      <NotesList />
      <p class="soft small">{t.care.medications.noAdvice}</p>
    </div>
  );
}

function List({ rows, today }: { rows: readonly Medication[]; today: string }): JSX.Element {
  const active = rows.filter((row) => isActive(row, today));
  const past = rows.filter((row) => !isActive(row, today));
  return (
    <>
      {active.length === 0 && <Message level={2} icon="pill" title={t.care.medications.none} body={t.care.medications.noneBody} />}
      {active.map((medication) => (
        <MedicationCard key={medication.id} medication={medication} today={today} />
      ))}
      {past.length > 0 && (
        <details>
          <summary>{t.care.medications.past}</summary>
          <div class="stack-small">
            {past.map((medication) => (
              <MedicationCard key={medication.id} medication={medication} today={today} past />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

const isActive = ({ active_until }: Medication, today: string): boolean => active_until === null || active_until > today;
