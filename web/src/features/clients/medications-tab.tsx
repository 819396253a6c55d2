/** A client's medications as the care team keeps them, what the client marked and noticed, and what changed. */
import './record.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientMarksQuery, clientMedicationNotesQuery, clientMedicationsKey, clientMedicationsQuery, seeMedicationNote } from '../../api/client-medications';
import type { Medication, MedicationNote } from '../../api/medications';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { shiftDay } from '../../lib/dates';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { KeptMedication } from './kept-medication';
import { MedicationForm } from './medication-form';
import { useClientDay } from './use-client-day';

const LOOK_BACK = 13;

export function MedicationsTab({ client }: { client: string }): JSX.Element {
  const today = useClientDay(client);
  const found = useQuery(clientMedicationsQuery(client));
  return (
    <div class="stack">
      <header class="stack-small">
        <h2>{t.record.medications.title}</h2>
        <p class="soft">{t.record.medications.lead}</p>
      </header>
      <Asked query={found} isOffline={isOffline} lines={5}>
        {(all) => <Lists client={client} all={all} today={today} />}
      </Asked>
      <Notes client={client} />
    </div>
  );
}

function Lists({ client, all, today }: { client: string; all: readonly Medication[]; today: string }): JSX.Element {
  const [adding, setAdding] = useState(false);
  const marks = useQuery(clientMarksQuery(client, shiftDay(today, -LOOK_BACK), today)).data ?? [];
  const taken = all.filter(({ active_until: until }) => until === null || until > today);
  const past = all.filter((one) => !taken.includes(one));
  const rowOf = (one: Medication): JSX.Element => (
    <KeptMedication key={one.id} client={client} medication={one} marks={marks.filter(({ medication_id: id }) => id === one.id)} today={today} />
  );
  const words = t.record.medications;
  return (
    <>
      {taken.length === 0 && !adding && <p>{words.none}</p>}
      <div class="record-cards">{taken.map(rowOf)}</div>
      {adding ? (
        <MedicationForm client={client} medication={undefined} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
      {past.length > 0 && (
        <details>
          <summary>{words.past}</summary>
          <div class="record-cards">{past.map(rowOf)}</div>
        </details>
      )}
    </>
  );
}

function Notes({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientMedicationNotesQuery(client));
  const words = t.record.medications;
  return (
    <section class="stack-small" aria-labelledby="record-notes">
      <h2 id="record-notes">{words.notes}</h2>
      <p class="soft small">{words.notesLead}</p>
      <Asked query={found} isOffline={isOffline}>
        {(notes) =>
          notes.length === 0 ? (
            <p class="soft">{words.notesNone}</p>
          ) : (
            <ul class="stack-small">
              {notes.map((note) => (
                <OneNote key={note.id} client={client} note={note} />
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}

function OneNote({ client, note: { id, medication, text, written_at: at, seen_at: seenAt, seen_by: seenBy } }: { client: string; note: MedicationNote }): JSX.Element {
  const seeing = useSending(() => seeMedicationNote(id), [clientMedicationsKey(client)]);
  const words = t.record.medications;
  return (
    <li class="card stack-small">
      <p class="soft small">{words.noteOf(medication.name, dayOf(at))}</p>
      <p>{text}</p>
      {seeing.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(seeing.error)}
        </Notice>
      )}
      {seenAt !== null && seenBy ? (
        <p class="soft small">{words.noteSeen(seenBy.name, dayOf(seenAt))}</p>
      ) : (
        <div>
          <Button look="secondary" icon="check" busy={seeing.isPending} onClick={() => seeing.mutate(undefined)}>
            {words.see}
          </Button>
        </div>
      )}
    </li>
  );
}
