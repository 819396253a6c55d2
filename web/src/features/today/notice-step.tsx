/**
 * The notice to patients as a short step before Today: taken, or put off in so many words; either is
 * kept. It stands in the way of Today alone: the check-in and help are a tap away on it.
 */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect } from 'preact/compat';

import { confirmNotice, myNoticeQuery, OWN_RECORD, putNoticeOff } from '../../api/own-record';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { RowLink } from '../../ui/row-link';

/** Says whether it stands; Today shows when it does not. */
export function NoticeStep({ onStanding }: { onStanding: (stands: boolean) => void }): JSX.Element | null {
  const stands = useQuery(myNoticeQuery).data?.asks_now === true;
  useEffect(() => onStanding(stands), [stands, onStanding]);
  return stands ? <Step onPass={() => onStanding(false)} /> : null;
}

function Step({ onPass }: { onPass: () => void }): JSX.Element {
  const taking = useSending(confirmNotice, [OWN_RECORD]);
  const later = useSending(putNoticeOff, [OWN_RECORD]);
  const error = taking.error ?? later.error;
  const words = t.patientNotice;
  return (
    <div class="page page-narrow stack">
      <header class="stack-small">
        <h1>{words.title}</h1>
        <p class="lead">{words.stepLead}</p>
      </header>
      <section class="card stack">
        <RowLink to="/notice" icon="text" title={words.read}>
          {words.readAbout}
        </RowLink>
        {error && (
          <Notice tone="warm" urgent>
            <p>{sentenceOf(error)}</p>
            <Button look="quiet" onClick={onPass}>
              {words.pass}
            </Button>
          </Notice>
        )}
        <Button wide busy={taking.isPending} onClick={() => taking.mutate()}>
          {words.confirm}
        </Button>
        <Button look="secondary" wide busy={later.isPending} onClick={() => later.mutate()}>
          {words.later}
        </Button>
        <p class="soft small">{words.laterAbout}</p>
      </section>
      <NotInTheWay />
    </div>
  );
}

function NotInTheWay(): JSX.Element {
  return (
    <div class="stack-small">
      <RowLink to="/check-in" icon="today" title={t.today.checkIn}>
        {t.patientNotice.notInTheWay}
      </RowLink>
      <RowLink to="/help-now" icon="lifebuoy" title={t.help.helpMeNow} strong>
        {t.help.helpMeNowBody}
      </RowLink>
    </div>
  );
}
