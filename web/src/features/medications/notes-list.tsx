/** What I noticed so far, and whether somebody has read it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { medicationNotesQuery } from '../../api/medications';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';

export function NotesList(): JSX.Element | null {
  const notes = useQuery(medicationNotesQuery).data ?? [];
  if (notes.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="noticed">
      <h2 id="noticed">{t.care.medications.notes}</h2>
      <ul class="card noticed">
        {notes.map(({ id, medication, text, written_at: writtenAt, seen_at: seenAt, seen_by: seenBy }) => (
          <li key={id}>
            <p class="soft small">
              {medication.name} · {dayOf(writtenAt)}
            </p>
            <p class="noticed-words">{text}</p>
            <p class="soft small">{seenAt && seenBy ? t.care.medications.noteSeen(seenBy.name, dayOf(seenAt)) : t.care.medications.noteNotSeen}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
