/** What happened since the last talk, on one page: to read on the screen or to print. */
import './prep.css';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/compat';

import { prepFile, prepQuery, type Prep } from '../../api/client-progress';
import { isOffline } from '../../api/problem';
import { fullDate, longDate, shiftDay } from '../../lib/dates';
import { dayOf } from '../../lib/day-of';
import { printAs } from '../../lib/print';
import { language, t } from '../../lib/strings';
import { usePaperFoot } from '../../offline/paper-foot';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button, ButtonOut } from '../../ui/button';
import { TextField } from '../../ui/field';
import { OnMyList } from './on-my-list';
import { CheckIns, Happened, Safety } from './prep-life';
import { Attendance, Goals, Measures, Medication, Practices } from './prep-work';
import { useClientDay } from './use-client-day';

export function PrepScreen({ id = '' }: { id?: string }): JSX.Element {
  return (
    <OnMyList client={id}>
      <PrepPage id={id} />
    </OnMyList>
  );
}

const MOST_DAYS = 84;

function PrepPage({ id }: { id: string }): JSX.Element {
  usePaperFoot();
  const [since, setSince] = useState('');
  const today = useClientDay(id);
  const fits = since === '' || (since <= today && since >= shiftDay(today, -MOST_DAYS));
  const found = useQuery({ ...prepQuery(id, since), enabled: fits, placeholderData: keepPreviousData });
  const words = t.clientProgress.prep;
  const top = (
    <div class="row row-apart prep-top no-print">
      <div class="prep-since">
        <TextField type="date" label={words.since} hint={words.sinceHint} value={since} error={fits ? undefined : words.sinceWrong} onChange={setSince} />
      </div>
      <div class="row">
        <ButtonOut look="secondary" href={prepFile(id, fits ? since : '')}>
          {words.pdf}
        </ButtonOut>
        <Button icon="print" onClick={() => printAs('page')}>
          {words.print}
        </Button>
      </div>
    </div>
  );
  return (
    <div class="page page-wide stack prep">
      <BackLink to={`/clients/${id}/progress`}>{words.back}</BackLink>
      {!found.data && top}
      <Asked query={found} isOffline={isOffline} lines={8}>
        {(prep) => <Page prep={prep}>{top}</Page>}
      </Asked>
    </div>
  );
}

function Page({ prep, children }: { prep: Prep; children: ComponentChildren }): JSX.Element {
  const { client, first, last, basis, talk, days_well } = prep;
  const words = t.clientProgress.prep;
  const talked = talk ? words.talk(words.kinds[talk.kind] ?? talk.title, dayOf(talk.starts_at)) : words.basis[basis];
  return (
    <>
      <header class="stack-small">
        <h1>{words.title(client.name)}</h1>
        <p class="soft begins">
          {words.period(first.slice(0, 4) === last.slice(0, 4) ? longDate(first, language) : fullDate(first, language), fullDate(last, language))} · {basis === 'session' ? talked : words.basis[basis]} · {t.clientProgress.daysWell(days_well.total, days_well.run)}
        </p>
      </header>
      {children}
      <div class="prep-blocks">
        <Safety prep={prep} />
        <CheckIns prep={prep} />
        <Happened prep={prep} />
        <Measures prep={prep} />
        <Practices prep={prep} />
        <Attendance prep={prep} />
        <Medication prep={prep} />
        <Goals prep={prep} />
      </div>
    </>
  );
}
