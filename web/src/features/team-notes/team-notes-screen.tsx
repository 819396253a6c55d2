/** Notes that families wrote to the care team: the worried ones first. One way; a note is read, not answered here. */
import './team-notes.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { staffNotesQuery, type NoteState } from '../../api/staff-sharing';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { Choices } from '../../ui/choices';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';
import { RowLink } from '../../ui/row-link';
import { NoteItem } from './note-item';

const POLL_EVERY = 60_000;

export function TeamNotesScreen(): JSX.Element {
  const [state, setState] = useState<NoteState>('open');
  const clinician = useDevice().me.roles.includes('clinician');
  const query = useInfiniteQuery({ ...staffNotesQuery(state), refetchInterval: POLL_EVERY });
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.staffSharing.notesTitle}</h1>
        <p class="lead">{t.staffSharing.notesLead}</p>
      </header>
      {clinician && (
        <RowLink to="/statements" icon="text" title={t.staffSharing.statements}>
          {t.staffSharing.statementsAbout}
        </RowLink>
      )}
      <Choices compact="pills" legend={t.staffSharing.which} choices={optionsOf(t.staffSharing.noteStates)} value={state} onChange={(value) => setState(value as NoteState)} />
      <Pages
        query={query}
        isOffline={isOffline}
        more={t.staffSharing.more}
        empty={<Message level={2} icon="inbox" title={t.staffSharing.notesNone[state]} body={state === 'open' ? t.staffSharing.notesNoneBody : undefined} />}
      >
        {(notes) => (
          <ul class="stack-small">
            {notes.map((note) => (
              <NoteItem key={note.id} note={note} />
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}
