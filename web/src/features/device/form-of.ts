/** Where a piece of unsent work can be looked at and changed. */
import type { Work, WorkKind } from '../../offline/queue';

const FORMS: Partial<Record<WorkKind, (work: Work) => string>> = {
  check_in: () => '/check-in',
  diary_card: () => '/diary',
  urge: () => '/logged',
  lapse: ({ state }) => (state === 'refused' ? '/lapse' : '/logged'),
  goal: () => '/today',
  practice: () => '/skills/my/practices',
  questionnaire: ({ body }) => `/questionnaires/${String(body['questionnaire'])}`,
  lesson_notes: ({ path }) => `/learn/${slugIn(path)}`,
  contact: () => '/contact',
};

const slugIn = (path: string): string => /\/lessons\/([^/]+)\//.exec(path)?.[1] ?? '';

export const formOf = (work: Work): string | undefined => FORMS[work.kind]?.(work);
