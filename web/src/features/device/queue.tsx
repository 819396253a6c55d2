/** Every piece that is not sent: what, when, how it stands, and what can be done about it. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clockTime, deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import type { Snapshot } from '../../offline/outbox';
import type { Work } from '../../offline/queue';
import { useTwoVersions } from '../../offline/two-versions';
import { nameOf } from '../../offline/work-name';
import { Button, ButtonLink } from '../../ui/button';
import { Chip, type ChipTone } from '../../ui/chip';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { TwoVersions } from '../../ui/two-versions';
import { formOf } from './form-of';

export function Queue(): JSX.Element {
  const { outbox } = useDevice();
  const snapshot = useOutbox();
  const { work, sending } = snapshot;
  return (
    <section class="stack-small" aria-labelledby="queue">
      <h2 id="queue">{t.device.queueTitle}</h2>
      {work.length === 0 ? (
        <Notice icon="check">{t.device.queueEmpty}</Notice>
      ) : (
        <>
          <p class="soft">{t.device.queueLead}</p>
          <ol class="stack-small">
            {work.map((piece) => (
              <Piece key={piece.id} work={piece} snapshot={snapshot} />
            ))}
          </ol>
          <div class="row">
            {work.some(({ state }) => state === 'waiting') && (
              <Button busy={sending} onClick={() => void outbox.sendNow()}>
                {sending ? t.device.trying : t.device.tryNow}
              </Button>
            )}
            <p class="soft small" role="status">
              {waitWords(snapshot)}
            </p>
          </div>
        </>
      )}
    </section>
  );
}

function waitWords({ lastEnd, nextTry, sending }: Snapshot): string {
  if (sending || lastEnd !== 'no_line') return '';
  const next = nextTry === undefined ? '' : ` ${t.device.nextTry(clockTime(new Date(nextTry), deviceTimezone(), language))}`;
  return t.device.noSignal + next;
}

type State = keyof typeof t.device.states;
const TONES: Record<State, ChipTone> = { waiting: 'warm', sending: 'calm', signIn: 'warm', refused: 'plum', conflict: 'plum' };

function stateOf(work: Work, { work: all, sending, lastEnd }: Snapshot): State {
  if (work.state !== 'waiting') return work.state;
  if (sending && all.find(({ state }) => state === 'waiting')?.id === work.id) return 'sending';
  return lastEnd === 'sign_in_needed' ? 'signIn' : 'waiting';
}

function Piece({ work, snapshot }: { work: Work; snapshot: Snapshot }): JSX.Element {
  const state = stateOf(work, snapshot);
  const [asking, setAsking] = useState(false);
  const form = formOf(work);
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{nameOf(work)}</h3>
        <Chip tone={TONES[state]}>{t.device.states[state]}</Chip>
      </div>
      <p class="soft small">{t.device.written(shortMoment(new Date(work.created), deviceTimezone(), language))}</p>
      {state === 'signIn' && <p>{t.device.onlySignIn}</p>}
      {state === 'refused' && <Sentences work={work} />}
      {state === 'conflict' && <Conflict work={work} />}
      <div class="row">
        {form !== undefined && (
          <ButtonLink to={form} look="secondary">
            {t.device.open}
          </ButtonLink>
        )}
        <Button look="quiet" label={`${t.device.drop}: ${nameOf(work)}`} onClick={() => setAsking(true)}>
          {t.device.drop}
        </Button>
      </div>
      {asking && <DropAsk work={work} onClose={() => setAsking(false)} />}
    </li>
  );
}

function Conflict({ work }: { work: Work }): JSX.Element {
  return <TwoVersions {...useTwoVersions(work)} />;
}

function Sentences({ work: { trouble } }: { work: Work }): JSX.Element {
  const sentences = trouble?.fields.length ? trouble.fields : [trouble?.sentence ?? ''];
  return (
    <Notice tone="warm">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

function DropAsk({ work, onClose }: { work: Work; onClose: () => void }): JSX.Element {
  const { outbox } = useDevice();
  return (
    <Dialog title={t.device.dropAsk} onClose={onClose}>
      <p>{t.device.dropBody}</p>
      <Button onClick={onClose}>{t.device.keepIt}</Button>
      <Button look="secondary" onClick={() => void outbox.remove(work.id)}>
        {t.device.drop}
      </Button>
    </Dialog>
  );
}
