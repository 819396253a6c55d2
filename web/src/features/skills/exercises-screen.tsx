/** The clinic's own exercises, for administrators: what is in the library, and what was. */
import './exercises.css';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { exercisesQuery, retireExercise, type ClinicExercise } from '../../api/client-skills';
import { isOffline } from '../../api/problem';
import { deviceTimezone, fullDate, localDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button, ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Dialog } from '../../ui/dialog';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';

export function ExercisesScreen(): JSX.Element {
  const found = useQuery(exercisesQuery);
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.exercises.title}</h1>
        <p class="lead">{t.exercises.lead}</p>
      </header>
      <div>
        <ButtonLink to="/exercises/new" icon="plus">
          {t.exercises.add}
        </ButtonLink>
      </div>
      <Asked query={found} isOffline={isOffline}>
        {(exercises) =>
          exercises.length === 0 ? (
            <Message level={2} title={t.exercises.none} body={t.exercises.noneBody} />
          ) : (
            <ul class="stack-small">
              {exercises.map((one) => (
                <ExerciseRow key={`${one.exercise.slug} ${one.exercise.language}`} one={one} />
              ))}
            </ul>
          )
        }
      </Asked>
    </div>
  );
}

function ExerciseRow({ one: { exercise, current, published_at } }: { one: ClinicExercise }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const { slug, title, minutes, kind } = exercise;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h2>{title}</h2>
        {current ? (
          <Chip tone="calm" icon="check">
            {t.exercises.inLibrary}
          </Chip>
        ) : (
          <Chip>{t.exercises.retired}</Chip>
        )}
      </div>
      <p class="soft small">
        {[t.skills.minutes(minutes), t.skills.kinds[kind], t.exercises.languages[exercise.language], t.exercises.publishedOn(fullDate(localDay(new Date(published_at), deviceTimezone()), language))].join(' · ')}
      </p>
      <div class="row">
        <ButtonLink to={`/exercises/${slug}/${exercise.language}`} look="secondary" icon="edit" label={t.exercises.editNamed(title)}>
          {t.exercises.edit}
        </ButtonLink>
        {current && (
          <Button look="quiet" label={t.exercises.retireNamed(title)} onClick={() => setAsking(true)}>
            {t.exercises.retire}
          </Button>
        )}
      </div>
      {asking && <RetireDialog slug={slug} title={title} onClose={() => setAsking(false)} />}
    </li>
  );
}

function RetireDialog({ slug, title, onClose }: { slug: string; title: string; onClose: () => void }): JSX.Element {
  const queries = useQueryClient();
  const retiring = useMutation({
    mutationFn: () => retireExercise(slug),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: exercisesQuery.queryKey });
    },
  });
  return (
    <Dialog title={t.exercises.retireAsk(title)} onClose={onClose}>
      <p>{t.exercises.retireBody}</p>
      {retiring.isError && (
        <Notice tone="warm" urgent>
          {isOffline(retiring.error) ? t.common.offlineBody : retiring.error.message || t.common.errorBody}
        </Notice>
      )}
      <div class="moves">
        <Button look="secondary" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button busy={retiring.isPending} onClick={() => retiring.mutate()}>
          {t.exercises.retireYes}
        </Button>
      </div>
    </Dialog>
  );
}
