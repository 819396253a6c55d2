/** Which path shows which screen, and to whom. Each screen is its own chunk. */
import type { ComponentType } from 'preact';
import { lazy } from 'preact/compat';

import type { Role } from '../api/types';
import { matchPath } from '../lib/navigation';

export interface Route {
  pattern: string;
  /** Empty: everyone, signed in or not. */
  roles: readonly Role[];
  screen: ComponentType<Record<string, string>>;
  /** A task of its own: the bar with the other screens is put away. */
  focused?: boolean;
}

const EVERY_ROLE: readonly Role[] = ['client', 'family', 'clinician', 'administrator'];
const screens = {
  help: lazy(() => import('../features/crisis/help-screen').then((m) => ({ default: m.HelpScreen }))),
  invitation: lazy(() => import('../features/invitation/invitation-screen').then((m) => ({ default: m.InvitationScreen }))),
  today: lazy(() => import('../features/today/today-screen').then((m) => ({ default: m.TodayScreen }))),
  checkIn: lazy(() => import('../features/check-in/check-in-screen').then((m) => ({ default: m.CheckInScreen }))),
  library: lazy(() => import('../features/skills/library-screen').then((m) => ({ default: m.LibraryScreen }))),
  practices: lazy(() => import('../features/skills/history-screen').then((m) => ({ default: m.HistoryScreen }))),
  helpNow: lazy(() => import('../features/help-now/help-now-screen').then((m) => ({ default: m.HelpNowScreen }))),
  player: lazy(() => import('../features/skills/player-screen').then((m) => ({ default: m.PlayerScreen }))),
  inbox: lazy(() => import('../features/alerts/inbox-screen').then((m) => ({ default: m.InboxScreen }))),
  exercises: lazy(() => import('../features/skills/exercises-screen').then((m) => ({ default: m.ExercisesScreen }))),
  newExercise: lazy(() => import('../features/skills/exercise-screen').then((m) => ({ default: m.NewExerciseScreen }))),
  exercise: lazy(() => import('../features/skills/exercise-screen').then((m) => ({ default: m.ExerciseScreen }))),
  me: lazy(() => import('../features/me/me-screen').then((m) => ({ default: m.MeScreen }))),
  family: lazy(() => import('../features/family/family-screen').then((m) => ({ default: m.FamilyScreen }))),
  plans: lazy(() => import('../features/plans/overview-screen').then((m) => ({ default: m.OverviewScreen }))),
  people: lazy(() => import('../features/plans/people-screen').then((m) => ({ default: m.PeopleScreen }))),
  safety: lazy(() => import('../features/plans/plan-screen').then((m) => ({ default: m.SafetyScreen }))),
  safetyStep: lazy(() => import('../features/plans/step-screen').then((m) => ({ default: m.SafetyStepScreen }))),
  relapse: lazy(() => import('../features/plans/plan-screen').then((m) => ({ default: m.RelapseScreen }))),
  relapseStep: lazy(() => import('../features/plans/step-screen').then((m) => ({ default: m.RelapseStepScreen }))),
  diary: lazy(() => import('../features/diary/diary-screen').then((m) => ({ default: m.DiaryScreen }))),
  week: lazy(() => import('../features/diary/week-screen').then((m) => ({ default: m.WeekScreen }))),
  client: lazy(() => import('../features/clients/client-screen').then((m) => ({ default: m.ClientScreen }))),
  clientPlanStep: lazy(() => import('../features/clients/plan-step-screen').then((m) => ({ default: m.PlanStepScreen }))),
};

const HOMES: [Role, string][] = [
  ['client', '/today'],
  ['clinician', '/inbox'],
  ['family', '/family'],
  ['administrator', '/exercises'],
];

export const homeOf = (roles: readonly Role[]): string =>
  HOMES.find(([role]) => roles.includes(role))?.[1] ?? '/me';

export interface Found {
  route: Route;
  params: Record<string, string>;
}

export function findRoute(routes: readonly Route[], path: string): Found | undefined {
  for (const route of routes) {
    const params = matchPath(route.pattern, path);
    if (params) return { route, params };
  }
  return undefined;
}

export const routes: Route[] = [
  { pattern: '/help', roles: [], screen: screens.help },
  { pattern: '/invitation', roles: [], screen: screens.invitation, focused: true },
  { pattern: '/today', roles: ['client'], screen: screens.today },
  { pattern: '/check-in', roles: ['client'], screen: screens.checkIn, focused: true },
  { pattern: '/skills', roles: ['client'], screen: screens.library },
  { pattern: '/skills/my/practices', roles: ['client'], screen: screens.practices },
  { pattern: '/help-now', roles: ['client'], screen: screens.helpNow },
  { pattern: '/skills/:slug', roles: ['client'], screen: screens.player as Route['screen'], focused: true },
  { pattern: '/plan', roles: ['client'], screen: screens.plans },
  { pattern: '/plan/people', roles: ['client'], screen: screens.people },
  { pattern: '/plan/safety', roles: ['client'], screen: screens.safety },
  { pattern: '/plan/safety/:step', roles: ['client'], screen: screens.safetyStep as Route['screen'], focused: true },
  { pattern: '/plan/relapse', roles: ['client'], screen: screens.relapse },
  { pattern: '/plan/relapse/:step', roles: ['client'], screen: screens.relapseStep as Route['screen'], focused: true },
  { pattern: '/diary', roles: ['client'], screen: screens.diary, focused: true },
  { pattern: '/diary/week', roles: ['client'], screen: screens.week },
  { pattern: '/inbox', roles: ['clinician'], screen: screens.inbox },
  { pattern: '/clients/:id', roles: ['clinician'], screen: screens.client as Route['screen'] },
  { pattern: '/clients/:id/:tab', roles: ['clinician'], screen: screens.client as Route['screen'] },
  { pattern: '/clients/:id/plans/:kind/:step', roles: ['clinician'], screen: screens.clientPlanStep as Route['screen'], focused: true },
  { pattern: '/exercises', roles: ['administrator'], screen: screens.exercises },
  { pattern: '/exercises/new', roles: ['administrator'], screen: screens.newExercise },
  { pattern: '/exercises/:slug/:language', roles: ['administrator'], screen: screens.exercise as Route['screen'] },
  { pattern: '/family', roles: ['family'], screen: screens.family },
  { pattern: '/me', roles: EVERY_ROLE, screen: screens.me },
];
