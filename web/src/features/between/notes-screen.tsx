/** Notes: thanks that I write, kind notes that I get, and whose notes I want to read at all. */
import './between.css';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { kindNotesQuery, phrasesQuery, takeBackThanks, thanksQuery } from '../../api/between';
import { isOffline } from '../../api/problem';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { AskedPart, both } from '../../ui/asked-choice';
import { BackLink } from '../../ui/back-link';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { NoteChoices } from './note-choices';
import { TakeBack } from './take-back';
import { ThanksForm } from './thanks-form';
import { usePeople } from '../../api/use-people';

export function NotesScreen(): JSX.Element {
  return (
    <div class="page stack">
      <BackLink to="/me/sharing">{t.between.back}</BackLink>
      <h1>{t.between.notesTitle}</h1>
      <Received />
      <NoteChoices />
      <Writing />
      <Sent />
    </div>
  );
}

function Writing(): JSX.Element {
  const people = usePeople('message_of_thanks');
  const phrases = useQuery(phrasesQuery);
  const [sent, setSent] = useState(0);
  return (
    <section class="card stack-small" aria-labelledby="say-thanks">
      <h2 id="say-thanks">{t.between.thanks}</h2>
      <p class="soft">{t.between.thanksLead}</p>
      <AskedPart query={both(people, phrases)} isOffline={isOffline} offlineBody={t.between.offlineBody} label={t.between.thanks}>
        {([known, { thanks }]) => (known.length === 0 ? <p>{t.between.nobody}</p> : <ThanksForm key={sent} people={known} phrases={thanks} onSent={() => setSent(sent + 1)} />)}
      </AskedPart>
      <div role="status">{sent > 0 && <Notice icon="check">{t.between.sent}</Notice>}</div>
    </section>
  );
}

function Sent(): JSX.Element {
  const query = useInfiniteQuery(thanksQuery);
  return (
    <section class="stack-small" aria-labelledby="my-thanks">
      <h2 id="my-thanks">{t.between.thanksMine}</h2>
      <Pages query={query} isOffline={isOffline} more={t.between.more} empty={<p class="soft">{t.between.thanksNone}</p>}>
        {(notes) => (
          <ul class="card between-rows">
            {notes.map(({ id, to, words, text, written_at: at }) => (
              <li key={id}>
                <p class="soft small">
                  {t.between.forWhom(to.name)} · {dayOf(at)}
                </p>
                <Said words={words} text={text} />
                <TakeBack id={id} what={words || text} onTake={takeBackThanks} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

function Received(): JSX.Element {
  const query = useInfiniteQuery(kindNotesQuery);
  return (
    <section class="stack-small" aria-labelledby="for-me">
      <h2 id="for-me">{t.between.received}</h2>
      <Pages query={query} isOffline={isOffline} more={t.between.more} empty={<p class="soft">{t.between.receivedNone}</p>}>
        {(notes) => (
          <ul class="card between-rows">
            {notes.map(({ id, by, words, text, written_at: at }) => (
              <li key={id}>
                <p class="soft small">
                  {by.name} · {dayOf(at)}
                </p>
                <Said words={words} text={text} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

function Said({ words, text }: { words: string; text: string }): JSX.Element {
  return (
    <>
      {words !== '' && <p class="strong">{words}</p>}
      {text !== '' && <p class="between-words">{text}</p>}
    </>
  );
}
