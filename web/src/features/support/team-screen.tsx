/** A note to the care team: one way, with honest words before it is sent and a receipt after. */
import './support.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { teamNotesQuery, type OwnTeamNote, type TeamForm, type TeamNoteReceived } from '../../api/support';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { HelpLines } from './help-lines';
import { TeamNoteForm } from './team-note-form';

export function TeamScreen(): JSX.Element {
  const asked = useQuery(teamNotesQuery);
  return (
    <div class="page stack">
      <BackLink to="/support">{t.support.back}</BackLink>
      <h1>{t.support.teamTitle}</h1>
      <Asked query={asked} isOffline={isOffline} offlineBody={t.support.offlineBody} lines={6}>
        {(form) => <Writing form={form} />}
      </Asked>
    </div>
  );
}

function Writing({ form }: { form: TeamForm }): JSX.Element {
  const [sent, setSent] = useState<TeamNoteReceived>();
  return (
    <>
      {sent ? (
        <Sent answer={sent} onAnother={() => setSent(undefined)} />
      ) : (
        <>
          <Notice icon="inbox">
            <div class="stack-small">
              <p class="strong">{t.support.teamBefore}</p>
              <p>{form.words}</p>
              <p>{t.support.teamWhy}</p>
              <Link to="/learn/why-staff-may-not-answer" class="support-why">
                {t.support.teamWhyMore}
              </Link>
            </div>
          </Notice>
          <TeamNoteForm form={form} onSent={setSent} />
        </>
      )}
      <Mine notes={form.notes} />
    </>
  );
}

/** The same for everybody, whomever it is about; that is the point of it. */
function Sent({ answer, onAnother }: { answer: TeamNoteReceived; onAnother: () => void }): JSX.Element {
  return (
    <section class="card stack-small" role="status">
      <h2>{t.support.sentTitle}</h2>
      <p>{answer.words}</p>
      <HelpLines lines={answer.help} />
      <div>
        <Button look="secondary" onClick={onAnother}>
          {t.support.another}
        </Button>
      </div>
    </section>
  );
}

function Mine({ notes }: { notes: readonly OwnTeamNote[] }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="my-notes">
      <h2 id="my-notes">{t.support.mine}</h2>
      {notes.length === 0 && <p class="soft">{t.support.none}</p>}
      {notes.map((note) => (
        <MyNote key={note.id} note={note} />
      ))}
    </section>
  );
}

const moment = (at: string): string => shortMoment(at, deviceTimezone(), language);

function MyNote({ note: { wish, about, text, worried_now: worried, written_at: at, acknowledged } }: { note: OwnTeamNote }): JSX.Element {
  const roles: Record<string, string> = t.support.roles;
  return (
    <article class="card stack-small">
      <div class="row row-apart">
        <h3>{about}</h3>
        {acknowledged ? <Chip tone="calm" icon="check">{t.support.read(roles[acknowledged.role] ?? acknowledged.role, moment(acknowledged.at))}</Chip> : <Chip>{t.support.waiting}</Chip>}
      </div>
      <p class="soft small">
        {t.support.wishes[wish]} · {t.support.written(moment(at))}
        {worried && ` · ${t.support.urgent}`}
      </p>
      <p class="support-words">{text}</p>
    </article>
  );
}
