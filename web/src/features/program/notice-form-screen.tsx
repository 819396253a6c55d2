/** The notice to patients as the program publishes it: whole, in both languages; and who is owed one on paper. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { noteNoticeOnPaper, noticeVersionsQuery, owedNoticesQuery, publishNotice, RECORDS, type NoticeBody, type NoticeVersion } from '../../api/records';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { useOwnDay } from '../../offline/use-own-day';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { SmallForm } from '../../ui/small-form';
import { ProgramFrame } from './program-page';

const LANGUAGES = ['en', 'es'] as const;
const LONGEST = 4000;
const CONTACT = ['contact_name', 'contact_phone', 'contact_email'] as const;

export function NoticeFormScreen(): JSX.Element {
  const found = useInfiniteQuery(noticeVersionsQuery);
  const [writing, setWriting] = useState(false);
  const words = t.records.notice;
  return (
    <ProgramFrame section="records">
      <BackLink to="/records">{t.program.tabs.records}</BackLink>
      <header class="stack-small">
        <h2>{words.title}</h2>
        <p class="soft">{words.lead}</p>
      </header>
      <Asked query={found} isOffline={isOffline} lines={4}>
        {({ pages }) => {
          const newest = pages[0]?.results[0];
          if (writing) return <NoticeForm newest={newest} onClose={() => setWriting(false)} />;
          return (
            <div class="stack-small">
              {newest ? <p>{words.version(newest.version, dayOf(newest.effective_on))}</p> : <p>{words.none}</p>}
              {newest?.sample && <Notice tone="warm">{words.sample}</Notice>}
              <div>
                <Button onClick={() => setWriting(true)}>{words.write}</Button>
              </div>
            </div>
          );
        }}
      </Asked>
      <Owed />
    </ProgramFrame>
  );
}

const EMPTY = { contact_name: '', contact_phone: '', contact_email: '', sections: {} as NoticeVersion['sections'] };

function bodyFrom(newest: NoticeVersion | undefined, today: string): NoticeBody {
  const { contact_name, contact_phone, contact_email, sections } = newest ?? EMPTY;
  return { effective_on: today, contact_name, contact_phone, contact_email, sections: { en: sections['en'] ?? {}, es: sections['es'] ?? {} } };
}

function NoticeForm({ newest, onClose }: { newest: NoticeVersion | undefined; onClose: () => void }): JSX.Element {
  const today = useOwnDay();
  const [draft, setDraft] = useState(() => bodyFrom(newest, today));
  const saving = useSending(publishNotice, [RECORDS], onClose);
  const words = t.records.notice;
  const write = (language: 'en' | 'es', element: string, text: string): void =>
    setDraft({ ...draft, sections: { ...draft.sections, [language]: { ...draft.sections[language], [element]: text } } });
  return (
    <SmallForm save={words.publish} busy={saving.isPending} trouble={troubleBesides(saving.error, [...CONTACT, 'effective_on'])} onSave={() => saving.mutate(draft)} onClose={onClose}>
      <TextField type="date" label={words.effective} value={draft.effective_on} onChange={(on) => setDraft({ ...draft, effective_on: on })} error={refusalAt(saving.error, 'effective_on')} />
      {CONTACT.map((name) => (
        <TextField key={name} label={words.contact[name]} value={draft[name]} onChange={(text) => setDraft({ ...draft, [name]: text })} error={refusalAt(saving.error, name)} />
      ))}
      {Object.entries(t.patientNotice.elements).map(([element, title]) =>
        LANGUAGES.map((language) => (
          <TextArea
            key={`${element} ${language}`}
            label={`${title} (${words.languages[language]})`}
            value={(draft.sections[language] as Record<string, string>)[element] ?? ''}
            maxLength={LONGEST}
            onChange={(text) => write(language, element, text)}
          />
        )),
      )}
    </SmallForm>
  );
}

function Owed(): JSX.Element {
  const query = useInfiniteQuery(owedNoticesQuery);
  const given = useSending(noteNoticeOnPaper, [RECORDS]);
  const words = t.records.notice;
  return (
    <section class="stack-small" aria-labelledby="owed">
      <h2 id="owed">{words.owed}</h2>
      <p class="soft">{words.owedAbout}</p>
      <Pages query={query} isOffline={isOffline} more={t.records.more} empty={<p class="soft">{words.nobody}</p>}>
        {(rows) => (
          <ul class="card program-rows">
            {rows.map(({ client, since }) => (
              <li key={client.id} class="program-owed">
                <div>
                  <p class="strong">{client.name}</p>
                  <p class="soft small">{words.since(dayOf(since))}</p>
                </div>
                <Button look="secondary" busy={given.isPending} label={words.givenTo(client.name)} onClick={() => given.mutate(client.id)}>
                  {words.given}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}
