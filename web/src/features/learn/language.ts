/** In which language the lessons are read; until somebody chooses, that of the app. Kept for as long as the app is open. */
import { useSyncExternalStore } from 'preact/compat';

import type { LessonLanguage } from '../../api/lessons';
import { onLanguage, readLanguage } from '../../lib/strings';

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
  const own = useSyncExternalStore(onLanguage, readLanguage);
  return useSyncExternalStore(subscribe, () => chosen) ?? own;
}
