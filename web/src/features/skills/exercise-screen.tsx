/** Writing an exercise, with the real player for a preview. */
import './exercises.css';
import './skills.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect } from 'preact/compat';

import { exercisesQuery } from '../../api/client-skills';
import { isOffline } from '../../api/problem';
import type { Skill } from '../../api/types';
import { lazyWithWords, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { LoadingScreen } from '../../ui/loading';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { ExerciseForm } from './exercise-form';
import { isShown } from './exercise-places';
import { leftover, useExercise, type Writing } from './use-exercise';

// The player comes only when it is asked for.
const ExercisePreview = lazyWithWords(['exercises', 'skills'], () => import('./exercise-preview').then((m) => m.ExercisePreview));

export function NewExerciseScreen(): JSX.Element {
  return <Writer published={undefined} />;
}

export function ExerciseScreen({ slug, language }: { slug?: string; language?: string }): JSX.Element {
  const found = useQuery(exercisesQuery);
  return (
    <Asked query={found} isOffline={isOffline}>
      {(all) => {
        const one = all.find(({ exercise }) => exercise.slug === slug && exercise.language === language);
        if (!one) return <Message title={t.skills.missing} action={{ label: t.exercises.back, to: '/exercises' }} />;
        return <Writer key={`${slug} ${language}`} published={one.exercise} />;
      }}
    </Asked>
  );
}

function Writer({ published }: { published: Skill | undefined }): JSX.Element {
  const writing = useExercise(published);
  if (!writing.loaded) return <LoadingScreen />;
  if (writing.published) return <Message icon="check" title={t.exercises.published} action={{ label: t.exercises.back, to: '/exercises' }} />;
  if (writing.previewed) return <ExercisePreview skill={writing.previewed} onClose={writing.closePreview} />;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/exercises">{t.exercises.back}</BackLink>
        <h1>{published ? t.exercises.editTitle(published.title) : t.exercises.newTitle}</h1>
        <p class="soft">{t.exercises.kept}</p>
      </header>
      <ExerciseForm draft={writing.draft} refusals={writing.refusals} isNew={published === undefined} onChange={writing.change} />
      <Actions writing={writing} isNew={published === undefined} />
    </div>
  );
}

/** After a refusal the first marked field comes into view and takes the focus. */
function useMarkedFirst(refusals: Writing['refusals']): void {
  useEffect(() => {
    if (Object.keys(refusals).length > 0) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    // Only what is refused matters, not that it was read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [Object.keys(refusals).join(' ')]);
}

function Actions({ writing, isNew }: { writing: Writing; isNew: boolean }): JSX.Element {
  const { busy, refusals, trouble } = writing;
  useMarkedFirst(refusals);
  const count = Object.keys(refusals).length;
  const others = leftover(refusals, (place) => isShown(writing.draft, place));
  return (
    <div class="stack-small exercise-actions">
      {(count > 0 || trouble !== undefined) && (
        <Notice tone="warm" urgent>
          <p class="strong">{trouble ?? t.exercises.wrong(count)}</p>
          {others.length > 0 && <p>{[t.exercises.elsewhere, ...others].join(' ')}</p>}
        </Notice>
      )}
      <div class="moves">
        <Button look="secondary" busy={busy} onClick={writing.preview}>
          {t.exercises.preview}
        </Button>
        <Button busy={busy} onClick={writing.publish}>
          {isNew ? t.exercises.publish : t.exercises.publishVersion}
        </Button>
      </div>
      {writing.isBegun && (
        <div>
          <Button look="quiet" onClick={writing.startOver}>
            {t.exercises.startOver}
          </Button>
        </div>
      )}
    </div>
  );
}
