/** Begins to bring what is read onto the device, once the screen is drawn and at rest: nobody waits for it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'preact/compat';

import type { LessonLanguage } from '../api/lessons';
import { atRest } from '../lib/at-rest';
import { onLanguage, readLanguage } from '../lib/strings';
import type * as Bring from './bring';
import { useDevice } from './device';

/** Begin, and return how to end it. */
function begin(whatOf: (found: typeof Bring) => () => Promise<void>): () => void {
  const screen = new AbortController();
  const callOff = atRest(() => void import('./bring').then((found) => found.untilBrought(whatOf(found), screen.signal)).catch(() => undefined));
  return () => {
    callOff();
    screen.abort();
  };
}

/** Quietly, once a visit. */
export function useLibraryOnDevice(): void {
  const queries = useQueryClient();
  const { vault } = useDevice();
  const spoken = useSyncExternalStore(onLanguage, readLanguage);
  useEffect(() => begin(({ bringLibrary }) => () => bringLibrary(queries, vault)), [queries, vault, spoken]);
}

/** Quietly, once a visit. */
export function useLessonsOnDevice(spoken: LessonLanguage): void {
  const queries = useQueryClient();
  useEffect(() => begin(({ bringLessons }) => () => bringLessons(queries, spoken)), [queries, spoken]);
}
