/** A stone of the path: the lesson's name, how long it is, and how it stands with me. */
import type { JSX } from 'preact';

import type { LessonSummary } from '../../api/lessons';
import type { LessonPlace } from '../../lib/lesson-path';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';

interface LessonRowProps {
  lesson: LessonSummary;
  place: LessonPlace | undefined;
  forMe: boolean;
}

export function LessonRow({ lesson: { slug, title, minutes }, place, forMe }: LessonRowProps): JSX.Element {
  const state = place?.finished ? 'read' : place ? 'begun' : 'new';
  return (
    <li class={`learn-stop learn-stop-${state}`}>
      <span class="learn-mark">{state === 'read' && <Icon name="check" />}</span>
      <Link to={`/learn/${slug}`} class="learn-link">
        <span class="learn-title">{title}</span>
        <span class="soft small" lang={language}>
          {t.learn.minutes(minutes)}
          {state !== 'new' && ` · ${t.learn[state]}`}
        </span>
        {forMe && <Chip tone="calm">{t.learn.forYou}</Chip>}
      </Link>
    </li>
  );
}
