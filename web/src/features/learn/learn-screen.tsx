/** The path of lessons. Open to everybody; who is signed in sees where they were. */
import './learn.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { lessonsQuery, type LessonLanguage, type LessonSummary, type Relation } from '../../api/lessons';
import { isOffline } from '../../api/problem';
import { byGroup, goOnWith, isForMe, type LessonPlaces } from '../../lib/lesson-path';
import { t } from '../../lib/strings';
import { useMaybeDevice } from '../../offline/device';
import { useLessonsOnDevice } from '../../offline/bringing';
import { useOwnReading } from '../../offline/lessons';
import { Asked } from '../../ui/asked';
import { Choices } from '../../ui/choices';
import { RowLink } from '../../ui/row-link';
import { chooseLessonLanguage, useLessonLanguage } from './language';
import { LessonRow } from './lesson-row';
import { Relations } from './relations';

export function LearnScreen(): JSX.Element {
  const signedIn = useMaybeDevice() !== undefined;
  const language = useLessonLanguage();
  useLessonsOnDevice(language);
  return (
    <div class="page page-middle stack learn">
      <header class="stack-small">
        <h1>{t.learn.title}</h1>
        <p class="lead">{t.learn.lead}</p>
        <Choices
          legend={t.learn.language}
          compact="segments"
          value={language}
          onChange={(value) => chooseLessonLanguage(value as LessonLanguage)}
          choices={Object.entries(t.learn.languages).map(([value, label]) => ({ value, label }))}
        />
      </header>
      {signedIn ? <OwnPath language={language} /> : <OpenPath language={language} />}
    </div>
  );
}

function OpenPath({ language }: { language: LessonLanguage }): JSX.Element {
  // What stands below the list comes with it, so that nothing jumps away under a finger.
  const { isPending } = useQuery(lessonsQuery(language));
  return (
    <>
      <Path language={language} places={{}} relations={[]} />
      {!isPending && (
        <RowLink to="/sign-in" icon="me" title={t.learn.account}>
          {t.learn.accountAbout}
        </RowLink>
      )}
    </>
  );
}

function OwnPath({ language }: { language: LessonLanguage }): JSX.Element {
  const { places, relations } = useOwnReading();
  const { isPending } = useQuery(lessonsQuery(language));
  return (
    <>
      <Path language={language} places={places} relations={relations} />
      {!isPending && <Relations chosen={relations} />}
    </>
  );
}

interface PathProps {
  language: LessonLanguage;
  places: LessonPlaces;
  relations: readonly Relation[];
}

function Path({ language, places, relations }: PathProps): JSX.Element {
  const lessons = useQuery(lessonsQuery(language));
  return (
    <Asked query={lessons} isOffline={isOffline} offlineBody={t.learn.offline} lines={6}>
      {(found) => (
        <>
          <GoOn lessons={found} places={places} relations={relations} />
          <p class="soft small">{t.learn.finished(found.filter(({ slug }) => places[slug]?.finished).length, found.length)}</p>
          <div class="learn-groups">
            {byGroup(found).map(({ group, lessons: inside }) => (
              <section key={group} class="stack-small" aria-labelledby={`lessons-${group}`}>
                <h2 id={`lessons-${group}`}>{t.learn.groups[group]}</h2>
                <ol class="learn-path" lang={language}>
                  {inside.map((lesson) => (
                    <LessonRow key={lesson.slug} lesson={lesson} place={places[lesson.slug]} forMe={isForMe(lesson, relations)} />
                  ))}
                </ol>
              </section>
            ))}
          </div>
        </>
      )}
    </Asked>
  );
}

function GoOn({ lessons, places, relations }: Omit<PathProps, 'language'> & { lessons: readonly LessonSummary[] }): JSX.Element | null {
  const lesson = goOnWith(lessons, places, relations);
  if (!lesson) return null;
  return (
    <RowLink to={`/learn/${lesson.slug}`} icon="play" title={lesson.title} strong>
      {places[lesson.slug] ? t.learn.goOn : t.learn.startHere}
    </RowLink>
  );
}
