/** The notice to patients, open to everybody; a client confirms it here, or has it sent. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect } from 'preact/compat';

import { confirmNotice, mailNotice, myNoticeQuery, noteNoticeShown, OWN_RECORD, patientNoticeQuery, type PatientNotice } from '../../api/own-record';
import { isOffline, isProblem } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { printAs } from '../../lib/print';
import { t } from '../../lib/strings';
import { useMaybeDevice } from '../../offline/device';
import { usePaperFoot } from '../../offline/paper-foot';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';

export function NoticeScreen(): JSX.Element {
  usePaperFoot();
  const found = useQuery(patientNoticeQuery());
  return (
    <div class="page stack">
      <h1>{t.patientNotice.title}</h1>
      {isNone(found.error) && <Message level={2} icon="text" title={t.patientNotice.none} body={t.patientNotice.noneBody} />}
      {!isNone(found.error) && (
        <Asked query={found} isOffline={isOffline} lines={8}>
          {(notice) => <Text notice={notice} />}
        </Asked>
      )}
    </div>
  );
}

/** The program has not published one: that is no fault, and there is nothing to try again. */
const isNone = (error: Error | null): boolean => isProblem(error) && error.status === 404;

function Text({ notice }: { notice: PatientNotice }): JSX.Element {
  const me = useMaybeDevice()?.me;
  return (
    <>
      {notice.sample && <Notice tone="warm">{t.patientNotice.sample}</Notice>}
      {notice.sections.map(({ element, text }) => (
        <section key={element} class="stack-small">
          <h2>{t.patientNotice.elements[element]}</h2>
          <p>{text}</p>
        </section>
      ))}
      <section class="stack-small">
        <h2>{t.patientNotice.contact}</h2>
        <p>
          {notice.contact_name}
          <br />
          <a href={`tel:${notice.contact_phone}`}>{notice.contact_phone}</a>
          <br />
          <a href={`mailto:${notice.contact_email}`}>{notice.contact_email}</a>
        </p>
        <p class="soft small">{t.patientNotice.effective(dayOf(notice.effective_on), notice.version)}</p>
      </section>
      <div class="row no-print">
        <Button look="secondary" icon="print" onClick={() => printAs('page')}>
          {t.patientNotice.print}
        </Button>
      </div>
      {me?.roles.includes('client') && <Mine />}
    </>
  );
}

/** That it was shown is noted by itself; that it was read, by whoever read it. */
function Mine(): JSX.Element | null {
  const standing = useQuery(myNoticeQuery).data;
  const { mutate: shown } = useSending(noteNoticeShown, [OWN_RECORD]);
  const unseen = standing?.due === true && standing.shown_at === null;
  useEffect(() => {
    if (unseen) shown();
  }, [unseen, shown]);
  if (!standing) return null;
  return (
    <section class="card stack-small no-print" aria-label={t.patientNotice.mine}>
      <Confirm confirmed={standing.acknowledged_at} />
      {standing.mailed_at === null && <Mail />}
    </section>
  );
}

function Confirm({ confirmed }: { confirmed: string | null }): JSX.Element {
  const confirming = useSending(confirmNotice, [OWN_RECORD]);
  return (
    <>
      <p role="status">{confirmed === null ? t.patientNotice.ask : t.patientNotice.confirmed(dayOf(confirmed))}</p>
      <Trouble error={confirming.error} />
      {confirmed === null && (
        <div>
          <Button busy={confirming.isPending} onClick={() => confirming.mutate()}>
            {t.patientNotice.confirm}
          </Button>
        </div>
      )}
    </>
  );
}

function Mail(): JSX.Element {
  const mailing = useSending(mailNotice, [OWN_RECORD]);
  return (
    <>
      <Trouble error={mailing.error} />
      <div>
        <Button look="quiet" busy={mailing.isPending} onClick={() => mailing.mutate()}>
          {t.patientNotice.mail}
        </Button>
      </div>
      <p class="soft small">{t.patientNotice.mailAbout}</p>
    </>
  );
}

const Trouble = ({ error }: { error: Error | null }): JSX.Element | null =>
  error && (
    <Notice tone="warm" urgent>
      {sentenceOf(error)}
    </Notice>
  );
