/** Which path shows which screen, and to whom. Each is its own chunk, and the words it needs come with it. */
import type { ComponentType } from 'preact';

import type { Role } from '../api/types';
import { matchPath } from '../lib/navigation';
import { lazyWithWords } from '../lib/strings';

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
  help: lazyWithWords(['plan'], () => import('../features/crisis/help-screen').then((m) => m.HelpScreen)),
  about: lazyWithWords(['about'], () => import('../features/about/overview-screen').then((m) => m.AboutScreen)),
  levels: lazyWithWords(['about'], () => import('../features/about/levels-screen').then((m) => m.LevelsScreen)),
  guide: lazyWithWords(['about'], () => import('../features/about/guide-screen').then((m) => m.GuideScreen)),
  questions: lazyWithWords(['about'], () => import('../features/about/questions-screen').then((m) => m.QuestionsScreen)),
  askForCall: lazyWithWords(['about'], () => import('../features/about/call-screen').then((m) => m.CallScreen)),
  invitation: lazyWithWords([], () => import('../features/invitation/invitation-screen').then((m) => m.InvitationScreen)),
  today: lazyWithWords(['diary', 'skills'], () => import('../features/today/today-screen').then((m) => m.TodayScreen)),
  checkIn: lazyWithWords(['checkIn'], () => import('../features/check-in/check-in-screen').then((m) => m.CheckInScreen)),
  checkIns: lazyWithWords(['checkIn', 'checkInAnswers', 'diary'], () => import('../features/check-in/history-screen').then((m) => m.CheckInsScreen)),
  library: lazyWithWords(['skills'], () => import('../features/skills/library-screen').then((m) => m.LibraryScreen)),
  practices: lazyWithWords(['skills'], () => import('../features/skills/history-screen').then((m) => m.HistoryScreen)),
  helpNow: lazyWithWords(['helpNow'], () => import('../features/help-now/help-now-screen').then((m) => m.HelpNowScreen)),
  player: lazyWithWords(['skills'], () => import('../features/skills/player-screen').then((m) => m.PlayerScreen)),
  inbox: lazyWithWords(['alerts'], () => import('../features/alerts/inbox-screen').then((m) => m.InboxScreen)),
  exercises: lazyWithWords(['exercises', 'skills'], () => import('../features/skills/exercises-screen').then((m) => m.ExercisesScreen)),
  newExercise: lazyWithWords(['exercises', 'skills'], () => import('../features/skills/exercise-screen').then((m) => m.NewExerciseScreen)),
  exercise: lazyWithWords(['exercises', 'skills'], () => import('../features/skills/exercise-screen').then((m) => m.ExerciseScreen)),
  forms: lazyWithWords(['forms'], () => import('../features/forms/forms-screen').then((m) => m.FormsScreen)),
  newForm: lazyWithWords(['forms'], () => import('../features/forms/import-screen').then((m) => m.ImportScreen)),
  form: lazyWithWords(['forms'], () => import('../features/forms/form-screen').then((m) => m.FormScreen)),
  outcomes: lazyWithWords(['outcomes'], () => import('../features/outcomes/outcomes-screen').then((m) => m.OutcomesScreen)),
  me: lazyWithWords(['me'], () => import('../features/me/me-screen').then((m) => m.MeScreen)),
  family: lazyWithWords(['family'], () => import('../features/family/family-screen').then((m) => m.FamilyScreen)),
  plans: lazyWithWords(['care', 'plan'], () => import('../features/plans/overview-screen').then((m) => m.OverviewScreen)),
  people: lazyWithWords(['plan'], () => import('../features/plans/people-screen').then((m) => m.PeopleScreen)),
  safety: lazyWithWords(['plan'], () => import('../features/plans/plan-screen').then((m) => m.SafetyScreen)),
  safetyStep: lazyWithWords(['plan'], () => import('../features/plans/step-screen').then((m) => m.SafetyStepScreen)),
  relapse: lazyWithWords(['plan'], () => import('../features/plans/plan-screen').then((m) => m.RelapseScreen)),
  relapseStep: lazyWithWords(['plan'], () => import('../features/plans/step-screen').then((m) => m.RelapseStepScreen)),
  afterwards: lazyWithWords(['plan'], () => import('../features/plans/plan-screen').then((m) => m.AfterwardsScreen)),
  afterwardsStep: lazyWithWords(['plan'], () => import('../features/plans/step-screen').then((m) => m.AfterwardsStepScreen)),
  urge: lazyWithWords(['moments'], () => import('../features/moments/urge-screen').then((m) => m.UrgeScreen)),
  lapse: lazyWithWords(['moments'], () => import('../features/moments/lapse-screen').then((m) => m.LapseScreen)),
  logged: lazyWithWords(['moments'], () => import('../features/moments/logged-screen').then((m) => m.LoggedScreen)),
  goals: lazyWithWords(['care'], () => import('../features/goals/goals-screen').then((m) => m.GoalsScreen)),
  medications: lazyWithWords(['care'], () => import('../features/medications/medications-screen').then((m) => m.MedicationsScreen)),
  reminders: lazyWithWords(['reminders'], () => import('../features/reminders/settings-screen').then((m) => m.SettingsScreen)),
  notices: lazyWithWords(['reminders'], () => import('../features/reminders/notices-screen').then((m) => m.NoticesScreen)),
  ledger: lazyWithWords(['reminders'], () => import('../features/reminders/ledger-screen').then((m) => m.LedgerScreen)),
  timetable: lazyWithWords(['timetable'], () => import('../features/timetable/timetable-screen').then((m) => m.TimetableScreen)),
  progress: lazyWithWords(['progress', 'skills'], () => import('../features/progress/progress-screen').then((m) => m.ProgressScreen)),
  answered: lazyWithWords(['questionnaires'], () => import('../features/questionnaires/answered-screen').then((m) => m.AnsweredScreen)),
  questionnaire: lazyWithWords(['questionnaires'], () => import('../features/questionnaires/questionnaire-screen').then((m) => m.QuestionnaireScreen)),
  diary: lazyWithWords(['diary'], () => import('../features/diary/diary-screen').then((m) => m.DiaryScreen)),
  week: lazyWithWords(['diary'], () => import('../features/diary/week-screen').then((m) => m.WeekScreen)),
  schedule: lazyWithWords(['schedule'], () => import('../features/schedule/schedule-screen').then((m) => m.ScheduleScreen)),
  roster: lazyWithWords(['schedule'], () => import('../features/schedule/roster-screen').then((m) => m.RosterScreen)),
  programWeek: lazyWithWords(['program'], () => import('../features/program/week-screen').then((m) => m.ProgramWeekScreen)),
  programSession: lazyWithWords(['program'], () => import('../features/program/series-form-screens').then((m) => m.NewSessionScreen)),
  tracks: lazyWithWords(['program'], () => import('../features/program/tracks-screen').then((m) => m.TracksScreen)),
  enrolments: lazyWithWords(['program'], () => import('../features/program/enrolments-screen').then((m) => m.EnrolmentsScreen)),
  enrolment: lazyWithWords(['program'], () => import('../features/program/enrolment-screen').then((m) => m.EnrolmentScreen)),
  programDays: lazyWithWords(['program'], () => import('../features/program/days-screen').then((m) => m.DaysScreen)),
  undelivered: lazyWithWords(['program'], () => import('../features/program/undelivered-screen').then((m) => m.UndeliveredScreen)),
  calls: lazyWithWords(['calls'], () => import('../features/calls/calls-screen').then((m) => m.CallsScreen)),
  seriesList: lazyWithWords(['program'], () => import('../features/program/series-list-screen').then((m) => m.SeriesListScreen)),
  newSeries: lazyWithWords(['program'], () => import('../features/program/series-form-screens').then((m) => m.NewSeriesScreen)),
  oneSeries: lazyWithWords(['program'], () => import('../features/program/series-screen').then((m) => m.SeriesScreen)),
  changeSeries: lazyWithWords(['program'], () => import('../features/program/series-form-screens').then((m) => m.ChangeSeriesScreen)),
  client: lazyWithWords(['clients', 'clientSkills', 'plan'], () => import('../features/clients/client-screen').then((m) => m.ClientScreen)),
  prep: lazyWithWords(['clientProgress', 'clients'], () => import('../features/clients/prep-screen').then((m) => m.PrepScreen)),
  clientPlanStep: lazyWithWords(['clients', 'plan'], () => import('../features/clients/plan-step-screen').then((m) => m.PlanStepScreen)),
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
  { pattern: '/about', roles: [], screen: screens.about },
  { pattern: '/about/levels', roles: [], screen: screens.levels },
  { pattern: '/about/guide', roles: [], screen: screens.guide },
  { pattern: '/about/questions', roles: [], screen: screens.questions },
  { pattern: '/about/call', roles: [], screen: screens.askForCall },
  { pattern: '/invitation', roles: [], screen: screens.invitation, focused: true },
  { pattern: '/today', roles: ['client'], screen: screens.today },
  { pattern: '/check-in', roles: ['client'], screen: screens.checkIn, focused: true },
  { pattern: '/logged/check-ins', roles: ['client'], screen: screens.checkIns },
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
  { pattern: '/plan/afterwards', roles: ['client'], screen: screens.afterwards },
  { pattern: '/plan/afterwards/:step', roles: ['client'], screen: screens.afterwardsStep as Route['screen'], focused: true },
  { pattern: '/urge', roles: ['client'], screen: screens.urge, focused: true },
  { pattern: '/lapse', roles: ['client'], screen: screens.lapse, focused: true },
  { pattern: '/logged', roles: ['client'], screen: screens.logged },
  { pattern: '/plan/goals', roles: ['client'], screen: screens.goals },
  { pattern: '/plan/medications', roles: ['client'], screen: screens.medications },
  { pattern: '/me/reminders', roles: ['client'], screen: screens.reminders },
  { pattern: '/me/notices', roles: ['client'], screen: screens.notices },
  { pattern: '/me/ledger', roles: ['client'], screen: screens.ledger },
  { pattern: '/timetable', roles: ['client'], screen: screens.timetable },
  { pattern: '/progress', roles: ['client'], screen: screens.progress },
  { pattern: '/questionnaires', roles: ['client'], screen: screens.answered },
  { pattern: '/questionnaires/:id', roles: ['client'], screen: screens.questionnaire as Route['screen'], focused: true },
  { pattern: '/diary', roles: ['client'], screen: screens.diary, focused: true },
  { pattern: '/diary/week', roles: ['client'], screen: screens.week },
  { pattern: '/inbox', roles: ['clinician'], screen: screens.inbox },
  { pattern: '/schedule', roles: ['clinician'], screen: screens.schedule },
  { pattern: '/schedule/:session', roles: ['clinician'], screen: screens.roster as Route['screen'] },
  { pattern: '/program', roles: ['administrator'], screen: screens.programWeek },
  { pattern: '/program/session', roles: ['administrator'], screen: screens.programSession },
  { pattern: '/program/tracks', roles: ['administrator'], screen: screens.tracks },
  { pattern: '/program/clients', roles: ['administrator'], screen: screens.enrolments },
  { pattern: '/program/clients/:enrolment', roles: ['administrator'], screen: screens.enrolment as Route['screen'] },
  { pattern: '/program/days', roles: ['administrator'], screen: screens.programDays },
  { pattern: '/program/undelivered', roles: ['administrator'], screen: screens.undelivered },
  { pattern: '/calls', roles: ['administrator'], screen: screens.calls },
  { pattern: '/program/series', roles: ['administrator'], screen: screens.seriesList },
  { pattern: '/program/series/new', roles: ['administrator'], screen: screens.newSeries },
  { pattern: '/program/series/:series', roles: ['administrator'], screen: screens.oneSeries as Route['screen'] },
  { pattern: '/program/series/:series/change', roles: ['administrator'], screen: screens.changeSeries as Route['screen'] },
  { pattern: '/clients/:id', roles: ['clinician'], screen: screens.client as Route['screen'] },
  { pattern: '/clients/:id/prep', roles: ['clinician'], screen: screens.prep as Route['screen'] },
  { pattern: '/clients/:id/:tab', roles: ['clinician'], screen: screens.client as Route['screen'] },
  { pattern: '/clients/:id/plans/:kind/:step', roles: ['clinician'], screen: screens.clientPlanStep as Route['screen'], focused: true },
  { pattern: '/exercises', roles: ['administrator'], screen: screens.exercises },
  { pattern: '/exercises/new', roles: ['administrator'], screen: screens.newExercise },
  { pattern: '/exercises/:slug/:language', roles: ['administrator'], screen: screens.exercise as Route['screen'] },
  { pattern: '/forms', roles: ['administrator'], screen: screens.forms },
  { pattern: '/forms/new', roles: ['administrator'], screen: screens.newForm },
  { pattern: '/forms/:id', roles: ['administrator'], screen: screens.form as Route['screen'] },
  { pattern: '/outcomes', roles: ['administrator'], screen: screens.outcomes },
  { pattern: '/family', roles: ['family'], screen: screens.family },
  { pattern: '/me', roles: EVERY_ROLE, screen: screens.me },
];
