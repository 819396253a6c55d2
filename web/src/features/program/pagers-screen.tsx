/** Alerts that reached nobody, parts that have stopped, and pagers of the clinic's own. */
import './rota.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { alarmsQuery, unreachableQuery } from '../../api/rota';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, lazyWithWords, t } from '../../lib/strings';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { Pagers } from './pagers';
import { ProgramPage } from './program-page';

// Hardly ever needed, and then the sentence before it is read first.
const NameHand = lazyWithWords(['rota'], () => import('./name-hand').then((m) => m.NameHand));

const when = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function PagersScreen(): JSX.Element {
  return (
    <ProgramPage section="pagers">
      {(program) => (
        <>
          <UnreachableAlerts />
          <Alarms />
          <Pagers key={program.id} program={program} />
        </>
      )}
    </ProgramPage>
  );
}

function UnreachableAlerts(): JSX.Element {
  const found = useInfiniteQuery(unreachableQuery);
  return (
    <section class="stack-small" aria-labelledby="unreachable">
      <h2 id="unreachable">{t.rota.unreachable}</h2>
      <Pages query={found} isOffline={isOffline} more={t.rota.more} empty={<Notice icon="check">{t.rota.unreachableNone}</Notice>}>
        {(alerts) => (
          <>
            <p class="soft">{t.rota.unreachableBody}</p>
            <Suspense fallback={<Loading />}>
              {alerts.map((alert) => (
                <NameHand key={alert.id} alert={alert} />
              ))}
            </Suspense>
          </>
        )}
      </Pages>
    </section>
  );
}

function Alarms(): JSX.Element {
  const found = useInfiniteQuery(alarmsQuery);
  const running = <Notice icon="check">{t.rota.alarmsNone}</Notice>;
  return (
    <section class="stack-small" aria-labelledby="alarms">
      <h2 id="alarms">{t.rota.alarms}</h2>
      <Pages query={found} isOffline={isOffline} more={t.rota.more} empty={running}>
        {(alarms) => (
          <>
            {alarms.every(({ ended_at: ended }) => ended !== null) && running}
            <ul class="stack-small">
              {alarms.map(({ id, part, raised_at: raised, ended_at: ended }) => (
                <li key={id} class={ended === null ? 'strong' : 'soft'}>
                  {t.rota.alarm(t.rota.parts[part], when(raised))}
                  {ended !== null && `, ${t.rota.ended(when(ended))}`}
                </li>
              ))}
            </ul>
          </>
        )}
      </Pages>
    </section>
  );
}
