/** All series of a program: what comes again, when, and on which track. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { seriesListQuery, tracksQuery, type Program, type Series, type Track } from '../../api/program';
import { ruleWords } from '../../lib/recurrence';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { ButtonLink } from '../../ui/button';
import { Message } from '../../ui/message';
import { RowLink } from '../../ui/row-link';
import { ProgramPage } from './program-page';
import { timesWords } from './series-words';

export function SeriesListScreen(): JSX.Element {
  return <ProgramPage section="series">{(program) => <SeriesList key={program.id} program={program} />}</ProgramPage>;
}

function SeriesList({ program }: { program: Program }): JSX.Element {
  const found = useQuery(seriesListQuery(program.id));
  const tracks = useQuery(tracksQuery(program.id)).data ?? [];
  return (
    <>
      <div>
        <ButtonLink to="/program/series/new" icon="plus">
          {t.program.series.add}
        </ButtonLink>
      </div>
      <Asked query={found} isOffline={isOffline} lines={5}>
        {(all) => (all.length === 0 ? <Message level={2} icon="calendar" title={t.program.series.none} body={t.program.series.noneBody} /> : <Rows series={all} tracks={tracks} />)}
      </Asked>
    </>
  );
}

function Rows({ series, tracks }: { series: readonly Series[]; tracks: readonly Track[] }): JSX.Element {
  const inOrder = [...series].sort((a, b) => a.title.localeCompare(b.title));
  return (
    <ul class="program-grid">
      {inOrder.map(({ id, title, kind, rule, minute_of_day: minute, minutes, track }) => (
        <li key={id}>
          <RowLink to={`/program/series/${id}`} icon="calendar" title={title}>
            {[ruleWords(rule, language), timesWords(minute, minutes), t.program.kinds[kind], tracks.find((one) => one.id === track)?.name].filter(Boolean).join(' · ')}
          </RowLink>
        </li>
      ))}
    </ul>
  );
}
