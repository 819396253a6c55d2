/** What can be done with one session: move it, cancel it, invite somebody or take them off. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { cancelSession, invite, PROGRAM, uninvite, type CancelReason, type PlannedSession, type Program } from '../../api/program';
import { skillsQuery } from '../../api/queries';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { Link } from '../../lib/navigation';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';
import { JoinForm, type Joining } from './join-form';
import { MoveForm } from './move-form';

interface PlannedChangesProps {
  program: Program;
  session: PlannedSession;
  onDone: () => void;
}

export function PlannedChanges({ program, session, onDone }: PlannedChangesProps): JSX.Element {
  const [doing, setDoing] = useState<'move' | 'cancel' | 'invite'>();
  const skill = useQuery(skillsQuery()).data?.find(({ slug }) => slug === session.skill_slug);
  const words = t.program.week;
  const close = (): void => setDoing(undefined);
  return (
    <div class="stack-small">
      {skill && <p>{words.skill(skill.title)}</p>}
      <Expected session={session} />
      {doing === undefined && (
        <div class="row">
          <Button look="secondary" onClick={() => setDoing('move')}>
            {words.move}
          </Button>
          <Button look="secondary" onClick={() => setDoing('invite')}>
            {words.invite}
          </Button>
          <Button look="quiet" onClick={() => setDoing('cancel')}>
            {words.cancel}
          </Button>
        </div>
      )}
      {doing === 'move' && <MoveForm program={program} session={session} onClose={close} onDone={onDone} />}
      {doing === 'cancel' && <CancelForm session={session} onClose={close} onDone={onDone} />}
      {doing === 'invite' && <InviteForm session={session} onClose={close} />}
      {session.series !== null && <Link to={`/program/series/${session.series}`}>{words.toSeries}</Link>}
    </div>
  );
}

function Expected({ session: { id, participants } }: { session: PlannedSession }): JSX.Element {
  const removing = useSending((client: string) => uninvite(id, client), [PROGRAM]);
  const words = t.program.week;
  return (
    <section class="stack-small" aria-label={words.who}>
      <h4>{words.who}</h4>
      {participants.length === 0 && <p class="soft">{words.whoNone}</p>}
      <ul class="program-rows">
        {participants.map(({ client, name, individually }) => (
          <li key={client} class="row row-apart">
            <span>
              {name} {individually && <span class="soft small">({words.byName})</span>}
            </span>
            {individually && (
              <Button look="quiet" busy={removing.isPending} onClick={() => removing.mutate(client)}>
                {words.remove(name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {removing.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(removing.error)}
        </Notice>
      )}
    </section>
  );
}

function InviteForm({ session, onClose }: { session: PlannedSession; onClose: () => void }): JSX.Element {
  const inviting = useSending(({ client }: Joining) => invite(session.id, client), [PROGRAM], onClose);
  return <JoinForm save={t.program.week.inviteSave} sending={inviting} onClose={onClose} />;
}

interface CancelFormProps {
  session: PlannedSession;
  onClose: () => void;
  onDone: () => void;
}

function CancelForm({ session, onClose, onDone }: CancelFormProps): JSX.Element {
  const [reason, setReason] = useState<CancelReason>('clinician_away');
  const words = t.program.week;
  const cancelling = useSending(() => cancelSession(session.id, reason), [PROGRAM], onDone);
  return (
    <SmallForm bare save={words.cancelSave} busy={cancelling.isPending} trouble={cancelling.error ? sentenceOf(cancelling.error) : undefined} onSave={() => cancelling.mutate(undefined)} onClose={onClose}>
      <p>{words.cancelNote}</p>
      <SelectField label={words.cancelWhy} options={optionsOf(words.why)} value={reason} onChange={(value) => setReason(value as CancelReason)} />
    </SmallForm>
  );
}
