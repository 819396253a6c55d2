/** Tell of a lapse: who will see it first, then only as much as the person wants to say. Works with no line. */
import './moments.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { whoSeesQuery } from '../../api/moments';
import { deviceTimezone, localDay } from '../../lib/dates';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { heldBackLapse, tellLapse, type LapseWords } from '../../offline/moments';
import { useKeptQuery } from '../../offline/use-kept-query';
import { BackLink } from '../../ui/back-link';
import { Notice } from '../../ui/notice';
import { LapseAfter } from './lapse-after';
import { LapseForm } from './lapse-form';

export function LapseScreen(): JSX.Element {
  const { outbox } = useDevice();
  const [held] = useState(() => heldBackLapse(outbox));
  const [entry] = useState(() => held?.entry ?? newSubmissionId());
  const [words, setWords] = useState<LapseWords>();
  const [changing, setChanging] = useState(false);
  const today = localDay(new Date(), deviceTimezone());
  const send = async (next: LapseWords): Promise<void> => {
    await tellLapse(outbox, entry, next);
    // Only now that the newer words are safe may the ones held back go.
    if (held) await outbox.remove(held.id);
    setWords(next);
    setChanging(false);
  };
  if (words !== undefined && !changing) {
    return <LapseAfter entry={entry} words={words} onChange={() => setChanging(true)} onTakeBack={() => void send({ ...words, mistaken: true })} />;
  }
  return (
    <div class="page page-narrow stack">
      <header class="stack-small">
        <BackLink to="/today">{t.common.today}</BackLink>
        <h1>{t.moments.lapse.title}</h1>
        <p class="lead">{t.moments.lapse.lead}</p>
      </header>
      <WhoSees />
      <Notice tone="warm" icon="help">
        {t.moments.lapse.safety}
      </Notice>
      {held && words === undefined && <Notice tone="warm">{held.sentence}</Notice>}
      <LapseForm words={words ?? held?.words ?? { on: today }} today={today} fixedDay={words !== undefined} onSend={send} />
    </div>
  );
}

/** In the words of the server, or, with no line, in ones that are true wherever a person is. */
function WhoSees(): JSX.Element {
  const { data } = useKeptQuery('lapse-who-sees', whoSeesQuery);
  return (
    <section class="card stack-small" aria-labelledby="who-sees">
      <h2 id="who-sees">{data?.title ?? t.moments.lapse.whoSees}</h2>
      {data === undefined ? <p>{t.moments.lapse.whoSeesOffline}</p> : data.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
    </section>
  );
}
