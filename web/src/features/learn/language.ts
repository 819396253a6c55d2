/** In which language the lessons are read; until somebody chooses, their own. Kept for as long as the app is open. */
import { useSyncExternalStore } from 'preact/compat';

import type { LessonLanguage } from '../../api/lessons';
import { useMaybeDevice } from '../../offline/device';

let chosen: LessonLanguage | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function chooseLessonLanguage(language: LessonLanguage): void {
  chosen = language;
  for (const listener of listeners) listener();
}

export function useLessonLanguage(): LessonLanguage {
  const me = useMaybeDevice()?.me;
  const wanted = me?.language ?? navigator.language;
  return useSyncExternalStore(subscribe, () => chosen) ?? (wanted.toLowerCase().startsWith('es') ? 'es' : 'en');
}
