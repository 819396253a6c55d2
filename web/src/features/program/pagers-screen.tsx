/** Alerts that reached nobody, parts that have stopped, and pagers of the clinic's own. */
import './rota.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { alarmsQuery, nameHand, UNREACHABLE, unreachableQuery, type Unreachable } from '../../api/rota';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { SmallForm } from '../../ui/small-form';
import { Pagers } from './pagers';
import { PersonSelect } from './person-select';
import { ProgramPage } from './program-page';

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
            {alerts.map((alert) => (
              <NameHand key={alert.id} alert={alert} />
            ))}
          </>
        )}
      </Pages>
    </section>
  );
}

function NameHand({ alert: { id, client, tier, unreachable_at: since, raised_at: raised } }: { alert: Unreachable }): JSX.Element {
  const [person, setPerson] = useState('');
  const [asked, setAsked] = useState(false);
  const naming = useSending(nameHand, [UNREACHABLE]);
  const save = (): void => {
    setAsked(true);
    if (person !== '') naming.mutate({ id, person });
  };
  return (
    <SmallForm save={t.rota.name} busy={naming.isPending} trouble={naming.error ? sentenceOf(naming.error) : undefined} onSave={save} onClose={() => setPerson('')}>
      <div class="row">
        <h3>{client.name}</h3>
        <Chip tone="plum">{t.rota.tiers[tier]}</Chip>
      </div>
      <p class="soft">{t.rota.since(when(since ?? raised))}</p>
      <PersonSelect label={t.rota.take} value={person} onChange={setPerson} error={asked && person === '' ? t.rota.required : undefined} />
    </SmallForm>
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
