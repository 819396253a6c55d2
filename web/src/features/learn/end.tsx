/** The end of a lesson: one small thing to try, where it comes from, and what could be read next. */
import { useQuery } from '@tanstack/react-query';
import type { JSX, Ref } from 'preact';

import { lessonsQuery, type Lesson } from '../../api/lessons';
import { fullDate } from '../../lib/dates';
import { nextAfter } from '../../lib/lesson-path';
import { printAs } from '../../lib/print';
import { language, t } from '../../lib/strings';
import { Button, ButtonLink } from '../../ui/button';
import { RowLink } from '../../ui/row-link';
import { useLessonLanguage } from './language';
import type { Reading } from './reader';

interface EndProps extends Reading {
  heading: Ref<HTMLHeadingElement>;
  onBack: () => void;
}

export function End({ lesson, places, relations, onMove, heading, onBack }: EndProps): JSX.Element {
  const lessons = useQuery(lessonsQuery(useLessonLanguage())).data ?? [];
  const next = nextAfter(lesson.slug, lessons, places, relations);
  return (
    <section class="stack" aria-labelledby="lesson-end">
      <header class="stack-small" lang={language}>
        <h1 id="lesson-end" class="lesson-heading" ref={heading} tabIndex={-1}>
          {t.learn.endTitle}
        </h1>
        <p class="lead">{t.learn.endLead}</p>
        {onMove && <p class="soft small">{t.learn.savedHere}</p>}
      </header>
      <TryThis lesson={lesson} />
      {next && (
        <RowLink to={`/learn/${next.slug}`} icon="play" title={next.title} strong>
          {t.learn.nextLesson}
        </RowLink>
      )}
      <div class="moves" lang={language}>
        <Button look="secondary" icon="back" onClick={onBack}>
          {t.common.back}
        </Button>
        <Button look="secondary" icon="print" onClick={() => printAs('page')}>
          {t.learn.print}
        </Button>
        <ButtonLink to="/learn">{t.learn.toLessons}</ButtonLink>
      </div>
      <Sources lesson={lesson} />
    </section>
  );
}

function TryThis({ lesson }: { lesson: Lesson }): JSX.Element {
  return (
    <div class="lesson-try stack-small">
      <h2 lang={language}>{t.learn.tryTitle}</h2>
      <p>{lesson.try_this_week}</p>
    </div>
  );
}

function Sources({ lesson }: { lesson: Lesson }): JSX.Element {
  return (
    <footer class="soft small stack-small">
      <h2 class="lesson-sources" lang={language}>
        {t.learn.sources}
      </h2>
      <ul class="lesson-list">
        {lesson.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p lang={language}>{t.learn.reviewed(fullDate(lesson.reviewed, language))}</p>
    </footer>
  );
}

/** What only the printed page has: the lesson's name above its parts, and what stands at its end below. */
export function OnPaper({ lesson, where }: { lesson: Lesson; where: 'top' | 'bottom' }): JSX.Element {
  if (where === 'top') {
    return (
      <div class="lesson-paper">
        <p class="lesson-paper-title">{lesson.title}</p>
        {lesson.help && (
          <p lang={language}>
            {t.learn.danger} {t.learn.call911}. {t.learn.crisis} {t.learn.call988}.
          </p>
        )}
      </div>
    );
  }
  return (
    <div class="lesson-paper">
      <TryThis lesson={lesson} />
      <Sources lesson={lesson} />
    </div>
  );
}
