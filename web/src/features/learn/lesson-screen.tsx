/** One lesson: from the cache or the server, with my own place in it when I am signed in. */
import './learn.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { lessonQuery, revisedQuery, type Lesson } from '../../api/lessons';
import { isOffline, isProblem } from '../../api/problem';
import { t } from '../../lib/strings';
import { useMaybeDevice } from '../../offline/device';
import { useOwnReading } from '../../offline/lessons';
import { LoadingScreen } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { useLessonLanguage } from './language';
import { Reader } from './reader';

export function LessonScreen({ slug = '' }: { slug?: string }): JSX.Element {
  const signedIn = useMaybeDevice() !== undefined;
  const asked = useQuery(lessonQuery(slug, useLessonLanguage()));
  if (asked.data) return signedIn ? <OwnLesson key={slug} lesson={asked.data} /> : <Reader key={slug} lesson={asked.data} places={{}} relations={[]} />;
  if (asked.isPending) return <LoadingScreen />;
  const missing = isProblem(asked.error) && asked.error.status === 404;
  if (missing) return <Message title={t.learn.missing} action={{ label: t.learn.toLessons, to: '/learn' }} />;
  return (
    <div class="page">
      <Failure offline={isOffline(asked.error)} offlineBody={t.learn.offline} onRetry={() => void asked.refetch()} />
    </div>
  );
}

function OwnLesson({ lesson }: { lesson: Lesson }): JSX.Element {
  const { loaded, places, relations, move } = useOwnReading();
  const revised = useQuery({ ...revisedQuery(lesson.slug), enabled: loaded && places[lesson.slug] !== undefined });
  if (!loaded) return <LoadingScreen />;
  return <Reader lesson={lesson} places={places} relations={relations} revised={revised.data === true} onMove={(section, finished) => move(lesson, section, finished)} />;
}
