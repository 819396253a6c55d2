/** The sections of a client's page. A new one is a line here and a screen of its own. */
import type { ComponentType } from 'preact';

import { lazyWithWords, t } from '../../lib/strings';

// Chunks of their own, so that the page opens fast.
const PlansTab = lazyWithWords(['clients', 'plan'], () => import('./plans-tab').then((m) => m.PlansTab));
const DiaryTab = lazyWithWords(['clients', 'diary', 'plan'], () => import('./diary-tab').then((m) => m.DiaryTab));
const CheckInsTab = lazyWithWords(['checkInAnswers', 'clientCheckIns', 'diary', 'moments'], () => import('./check-ins-tab').then((m) => m.CheckInsTab));
const ProgressTab = lazyWithWords(['clientProgress', 'clients', 'progress'], () => import('./progress-tab').then((m) => m.ProgressTab));
const QuestionnairesTab = lazyWithWords(['clientProgress'], () => import('./questionnaires-tab').then((m) => m.QuestionnairesTab));
const ProgramTab = lazyWithWords(['record'], () => import('./program-tab').then((m) => m.ProgramTab));
const MedicationsTab = lazyWithWords(['care', 'record'], () => import('./medications-tab').then((m) => m.MedicationsTab));
const GoalsTab = lazyWithWords(['care', 'record'], () => import('./goals-tab').then((m) => m.GoalsTab));
const CaseTab = lazyWithWords(['record'], () => import('./case-tab').then((m) => m.CaseTab));
const RemindersTab = lazyWithWords(['record', 'reminders'], () => import('./reminders-tab').then((m) => m.RemindersTab));
const SharingTab = lazyWithWords(['staffSharing'], () => import('./sharing-tab').then((m) => m.SharingTab));
const SkillsTab = lazyWithWords(['clientSkills', 'skills'], () => import('./skills-tab').then((m) => m.SkillsTab));
const WarningsTab = lazyWithWords(['clientWarnings', 'useHistory'], () => import('./warnings-tab').then((m) => m.WarningsTab));

export interface ClientTab {
  /** The last part of its path; the first tab is also the page itself. */
  slug: string;
  label: () => string;
  Contents: ComponentType<{ client: string }>;
}

export const CLIENT_TABS: readonly ClientTab[] = [
  { slug: 'plans', label: () => t.clients.tabs.plans, Contents: PlansTab },
  { slug: 'check-ins', label: () => t.clients.tabs.checkIns, Contents: CheckInsTab },
  { slug: 'warnings', label: () => t.clients.tabs.warnings, Contents: WarningsTab },
  { slug: 'progress', label: () => t.clients.tabs.progress, Contents: ProgressTab },
  { slug: 'questionnaires', label: () => t.clients.tabs.questionnaires, Contents: QuestionnairesTab },
  { slug: 'diary', label: () => t.clients.tabs.diary, Contents: DiaryTab },
  { slug: 'skills', label: () => t.clientSkills.tab, Contents: SkillsTab },
  { slug: 'program', label: () => t.clients.tabs.program, Contents: ProgramTab },
  { slug: 'medications', label: () => t.clients.tabs.medications, Contents: MedicationsTab },
  { slug: 'goals', label: () => t.clients.tabs.goals, Contents: GoalsTab },
  { slug: 'tasks', label: () => t.clients.tabs.tasks, Contents: CaseTab },
  { slug: 'reminders', label: () => t.clients.tabs.reminders, Contents: RemindersTab },
  { slug: 'sharing', label: () => t.clients.tabs.sharing, Contents: SharingTab },
];
