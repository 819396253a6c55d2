/** Beginning a series, changing one from a day on, and planning one session by itself. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { changeSeries, createSeries, createSession, PROGRAM, programsQuery, seriesQuery, type Program, type Series } from '../../api/program';
import { useSending } from '../../api/use-sending';
import { localDay, shiftDay } from '../../lib/dates';
import { minuteOfField } from '../../lib/minutes';
import { navigate } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { momentAt } from '../../lib/wall-clock';
import { Asked } from '../../ui/asked';
import { Message } from '../../ui/message';
import { ProgramPage } from './program-page';
import { draftOf, emptyDraft, seriesBody, whatOf, type SeriesDraft } from './series-draft';
import { SeriesForm } from './series-form';
import { useSessionChoices } from './use-choices';

const tomorrowIn = ({ timezone }: Program): string => shiftDay(localDay(new Date(), timezone), 1);

const open = (id: string): void => navigate(`/program/series/${id}`, { replace: true });

export function NewSeriesScreen(): JSX.Element {
  return <ProgramPage section="series">{(program) => <NewSeries key={program.id} program={program} />}</ProgramPage>;
}

function NewSeries({ program }: { program: Program }): JSX.Element {
  const choices = useSessionChoices(program);
  const save = useSending((draft: SeriesDraft) => createSeries({ program: program.id, track: draft.track === '' ? null : draft.track }, seriesBody(draft)), [PROGRAM], ({ series }) => open(series.id));
  return (
    <>
      <h2>{t.program.series.newTitle}</h2>
      <Asked query={choices} isOffline={isOffline}>
        {(found) => <SeriesForm first={emptyDraft(tomorrowIn(program))} choices={found} repeats back="/program/series" save={save} />}
      </Asked>
    </>
  );
}

export function ChangeSeriesScreen({ series = '' }: { series?: string }): JSX.Element {
  const found = useQuery(seriesQuery(series));
  const programs = useQuery(programsQuery);
  return (
    <div class="page page-wide stack">
      <Asked query={found} isOffline={isOffline} lines={5}>
        {({ series: one }) => (
          <Asked query={programs} isOffline={isOffline}>
            {(all) => {
              const program = all.find(({ id }) => id === one.program);
              return program ? <ChangeSeries series={one} program={program} /> : <Message title={t.common.notFoundTitle} />;
            }}
          </Asked>
        )}
      </Asked>
    </div>
  );
}

function ChangeSeries({ series, program }: { series: Series; program: Program }): JSX.Element {
  const choices = useSessionChoices(program);
  const save = useSending((draft: SeriesDraft) => changeSeries(series.id, seriesBody(draft)), [PROGRAM], ({ series: next }) => open(next.id));
  const tomorrow = tomorrowIn(program);
  const first = draftOf(series, series.starts_on > tomorrow ? series.starts_on : tomorrow);
  return (
    <>
      <h1>{t.program.series.changeTitle(series.title)}</h1>
      <Asked query={choices} isOffline={isOffline}>
        {(found) => <SeriesForm first={first} choices={found} repeats changing back={`/program/series/${series.id}`} save={save} />}
      </Asked>
    </>
  );
}

export function NewSessionScreen(): JSX.Element {
  return <ProgramPage section="week">{(program) => <NewSession key={program.id} program={program} />}</ProgramPage>;
}

function NewSession({ program }: { program: Program }): JSX.Element {
  const choices = useSessionChoices(program);
  const save = useSending(
    (draft: SeriesDraft) => createSession({ ...whatOf(draft), program: program.id, starts_at: momentAt(draft.from, minuteOfField(draft.time) ?? 0, program.timezone) }),
    [PROGRAM],
    () => navigate('/program', { replace: true }),
  );
  return (
    <>
      <h2>{t.program.one.title}</h2>
      <Asked query={choices} isOffline={isOffline}>
        {(found) => <SeriesForm first={emptyDraft(tomorrowIn(program))} choices={found} repeats={false} back="/program" save={save} />}
      </Asked>
    </>
  );
}
