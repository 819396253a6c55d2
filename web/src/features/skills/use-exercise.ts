/** Writing one exercise: the draft kept on the device, its preview, publishing, and what is refused where. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/compat';

import { exercisesQuery, previewExercise, publishExercise } from '../../api/client-skills';
import { isOffline, isProblem } from '../../api/problem';
import type { Skill } from '../../api/types';
import { t } from '../../lib/strings';
import { useKept } from '../../offline/use-kept';
import { bodyOf, draftOf, emptyExercise, emptyPlaces, type ExerciseDraft } from './exercise-draft';

/** Sentences by their place in the exercise, such as steps.0.fields.2.label. */
export type Refusals = Readonly<Record<string, readonly string[]>>;

export interface Writing {
  loaded: boolean;
  draft: ExerciseDraft;
  change: (draft: ExerciseDraft) => void;
  /** There is something unpublished. */
  isBegun: boolean;
  startOver: () => void;
  preview: () => void;
  /** What the player gets; undefined while writing. */
  previewed: Skill | undefined;
  closePreview: () => void;
  publish: () => void;
  published: boolean;
  busy: boolean;
  refusals: Refusals;
  /** A refusal about no place in the exercise. */
  trouble: string | undefined;
}

export function useExercise(published: Skill | undefined): Writing {
  const queries = useQueryClient();
  const kept = useKept<ExerciseDraft>(`exercise:${published ? `${published.slug}/${published.language}` : 'new'}`);
  const [first] = useState(() => (published ? draftOf(published) : emptyExercise()));
  const draft = kept.value ?? first;
  const [previewed, setPreviewed] = useState<Skill>();
  const previewing = useMutation({ mutationFn: () => previewExercise(bodyOf(draft)), onSuccess: setPreviewed });
  const publishing = useMutation({
    mutationFn: () => publishExercise(bodyOf(draft), published?.slug),
    onSuccess: async () => {
      kept.write(undefined);
      await Promise.all([queries.invalidateQueries({ queryKey: exercisesQuery.queryKey }), queries.invalidateQueries({ queryKey: ['skills'] })]);
    },
  });
  const [empty, setEmpty] = useState<string[]>([]);
  const begin = (action: { mutate: () => void }): void => {
    previewing.reset();
    publishing.reset();
    const places = emptyPlaces(draft);
    setEmpty(places);
    if (places.length === 0) action.mutate();
  };
  return {
    loaded: kept.loaded,
    draft,
    change: kept.write,
    isBegun: kept.value !== undefined,
    startOver: () => kept.write(undefined),
    preview: () => begin(previewing),
    previewed,
    closePreview: () => setPreviewed(undefined),
    publish: () => begin(publishing),
    published: publishing.isSuccess,
    busy: previewing.isPending || publishing.isPending,
    ...(empty.length > 0 ? { refusals: fillIn(empty), trouble: undefined } : readRefusal(publishing.error ?? previewing.error)),
  };
}

const fillIn = (places: readonly string[]): Refusals => Object.fromEntries(places.map((place) => [place, [t.exercises.required]]));

function readRefusal(error: Error | null): Pick<Writing, 'refusals' | 'trouble'> {
  if (!error) return { refusals: {}, trouble: undefined };
  const fields = isProblem(error) ? error.refusal.fields : undefined;
  if (fields) return { refusals: fields, trouble: undefined };
  if (isOffline(error)) return { refusals: {}, trouble: `${t.common.offlineTitle}. ${t.common.tryAgain}.` };
  return { refusals: {}, trouble: error.message || t.common.errorBody };
}

/** The sentence at one place, if any. */
export const at = (refusals: Refusals, place: string): string | undefined => refusals[place]?.join(' ');

/** The sentences at a place and at all places below it. */
export const under = (refusals: Refusals, place: string): string | undefined =>
  Object.entries(refusals)
    .filter(([one]) => one === place || one.startsWith(`${place}.`))
    .flatMap(([, sentences]) => sentences)
    .join(' ') || undefined;

/** The sentences at places that no field of the form shows. */
export function leftover(refusals: Refusals, shown: (place: string) => boolean): string[] {
  return Object.entries(refusals)
    .filter(([place]) => !shown(place))
    .flatMap(([, sentences]) => sentences);
}
