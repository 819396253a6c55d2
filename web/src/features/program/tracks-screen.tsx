/** The tracks of a program: how full each is, and who follows it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { closeTrack, joinTrack, leaveTrack, PROGRAM, trackMembersQuery, tracksQuery, type Program, type Track } from '../../api/program';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { localDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { AskFirst } from '../../ui/ask-first';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { JoinForm, type Joining } from './join-form';
import { MemberList } from './member-list';
import { ProgramPage } from './program-page';
import { TrackForm } from './track-form';

export function TracksScreen(): JSX.Element {
  return <ProgramPage section="tracks">{(program) => <Tracks key={program.id} program={program} />}</ProgramPage>;
}

function Tracks({ program }: { program: Program }): JSX.Element {
  const [adding, setAdding] = useState(false);
  const found = useQuery(tracksQuery(program.id));
  const words = t.program.tracks;
  return (
    <>
      <p class="soft">{words.lead}</p>
      {adding ? (
        <TrackForm program={program} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      )}
      <Asked query={found} isOffline={isOffline}>
        {(tracks) =>
          tracks.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <ul class="program-grid">
              {tracks.map((track) => (
                <OneTrack key={track.id} track={track} today={localDay(new Date(), program.timezone)} />
              ))}
            </ul>
          )
        }
      </Asked>
    </>
  );
}

function OneTrack({ track, today }: { track: Track; today: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  const { name, level_of_care: level, capacity, followers, closed_on: closed } = track;
  const words = t.program.tracks;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h2>{name}</h2>
        {closed !== null && <Chip>{words.closed}</Chip>}
        {closed === null && capacity !== null && followers >= capacity && <Chip tone="warm">{words.full}</Chip>}
      </div>
      <p class="soft">{[t.program.levels[level], words.followers(followers, capacity)].join(' · ')}</p>
      <div class="row">
        <Button look="secondary" expanded={open} label={words.showOf(name)} onClick={() => setOpen(!open)}>
          {words.show}
        </Button>
        {closed === null && <CloseTrack track={track} />}
      </div>
      {open && <Followers track={track} today={today} />}
    </li>
  );
}

function Followers({ track: { id, closed_on: closed }, today }: { track: Track; today: string }): JSX.Element {
  const [adding, setAdding] = useState(false);
  const found = useQuery(trackMembersQuery(id));
  const joining = useSending(({ client, from }: Joining) => joinTrack(id, client, from), [PROGRAM], () => setAdding(false));
  const words = t.program.tracks;
  return (
    <>
      <Asked query={found} isOffline={isOffline}>
        {(members) => <MemberList members={members} today={today} none={words.nobody} leave={leaveTrack} />}
      </Asked>
      {adding && <JoinForm save={words.joinSave} firstDay={today} sending={joining} onClose={() => setAdding(false)} />}
      {closed === null && !adding && (
        <div>
          <Button look="quiet" icon="plus" onClick={() => setAdding(true)}>
            {words.join}
          </Button>
        </div>
      )}
    </>
  );
}

function CloseTrack({ track: { id, name } }: { track: Track }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const closing = useSending(() => closeTrack(id), [PROGRAM], () => setAsking(false));
  const words = t.program.tracks;
  return (
    <>
      <Button look="quiet" label={words.closeOf(name)} onClick={() => setAsking(true)}>
        {words.close}
      </Button>
      {asking && (
        <AskFirst title={words.closeAsk(name)} yes={words.closeYes} busy={closing.isPending} trouble={closing.error ? sentenceOf(closing.error) : undefined} onYes={() => closing.mutate(undefined)} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
