/** Before a lesson: what it is about, a word of care, help where it may be needed, and where to go on. */
import type { JSX } from 'preact';

import type { Lesson } from '../../api/lessons';
import type { LessonPlace } from '../../lib/lesson-path';
import { language, t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { HelpStrip } from './help-strip';
import type { Reading } from './reader';

export function Intro({ lesson, places, revised, onStart }: Reading & { onStart: (part: number) => void }): JSX.Element {
  const heading = useArrival();
  return (
    <div class="stack no-print">
      {lesson.help && <HelpStrip />}
      <header class="stack-small">
        <h1 class="lesson-name-large" ref={heading} tabIndex={-1}>
          {lesson.title}
        </h1>
        <p class="soft" lang={language}>
          {t.learn.minutes(lesson.minutes)}
        </p>
        <p class="lead">{lesson.summary}</p>
      </header>
      {revised && <Notice>{t.learn.changed}</Notice>}
      {lesson.care && <Care words={lesson.care} />}
      <Ways lesson={lesson} place={places[lesson.slug]} onStart={onStart} />
    </div>
  );
}

interface WaysProps {
  lesson: Lesson;
  place: LessonPlace | undefined;
  onStart: (part: number) => void;
}

function Ways({ lesson: { sections, care }, place, onStart }: WaysProps): JSX.Element {
  const goOnAt = whereToGoOn(place, sections.length);
  const begin = place?.finished ? t.learn.again : t.learn.start;
  return (
    <div class="moves" lang={language}>
      <Button onClick={() => onStart(goOnAt ?? 1)}>{goOnAt === undefined ? begin : t.learn.goOnAt(goOnAt, sections.length)}</Button>
      {goOnAt !== undefined && (
        <Button look="secondary" onClick={() => onStart(1)}>
          {t.learn.fromStart}
        </Button>
      )}
      {care && (
        <ButtonLink to="/learn" look="quiet">
          {t.learn.notNow}
        </ButtonLink>
      )}
    </div>
  );
}

/** The part that was on the screen last; an older text may have had more parts. */
function whereToGoOn(place: LessonPlace | undefined, parts: number): number | undefined {
  if (!place || place.finished || place.section === 1) return undefined;
  return Math.min(place.section, parts);
}

/** A warning before something heavy, and what the way out can and cannot do. */
function Care({ words }: { words: string }): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="lesson-care">
      <h2 id="lesson-care" lang={language}>
        {t.learn.careTitle}
      </h2>
      <Notice tone="warm">
        <p>{words}</p>
      </Notice>
      <p class="soft small" lang={language}>
        {t.learn.leaveMeans}
      </p>
    </section>
  );
}
