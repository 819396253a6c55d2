/** English, the language every other one is measured against. */
import { common } from './common';
import { help } from './help';
import { signIn } from './sign-in';
import { today } from './today';

/** The words of the first screens, and of the help that must always be there. */
export const first = { common, help, signIn, today };

/** The words of each other area, in a file of their own that comes with the screens that say them. */
export const later = {
  about: () => import('./about').then((file) => file.about),
  alerts: () => import('./alerts').then((file) => file.alerts),
  between: () => import('./between').then((file) => file.between),
  calls: () => import('./calls').then((file) => file.calls),
  care: () => import('./care').then((file) => file.care),
  caseload: () => import('./caseload').then((file) => file.caseload),
  checkIn: () => import('./check-in').then((file) => file.checkIn),
  checkInAnswers: () => import('./check-in-answers').then((file) => file.checkInAnswers),
  clientCheckIns: () => import('./client-check-ins').then((file) => file.clientCheckIns),
  clientProgress: () => import('./client-progress').then((file) => file.clientProgress),
  clients: () => import('./clients').then((file) => file.clients),
  clientSkills: () => import('./client-skills').then((file) => file.clientSkills),
  clientWarnings: () => import('./client-warnings').then((file) => file.clientWarnings),
  contact: () => import('./contact').then((file) => file.contact),
  diary: () => import('./diary').then((file) => file.diary),
  door: () => import('./door').then((file) => file.door),
  exercises: () => import('./exercises').then((file) => file.exercises),
  family: () => import('./family').then((file) => file.family),
  forms: () => import('./forms').then((file) => file.forms),
  helpNow: () => import('./help-now').then((file) => file.helpNow),
  join: () => import('./join').then((file) => file.join),
  learn: () => import('./learn').then((file) => file.learn),
  me: () => import('./me').then((file) => file.me),
  metrics: () => import('./metrics').then((file) => file.metrics),
  moments: () => import('./moments').then((file) => file.moments),
  outcomes: () => import('./outcomes').then((file) => file.outcomes),
  plan: () => import('./plan').then((file) => file.plan),
  program: () => import('./program').then((file) => file.program),
  progress: () => import('./progress').then((file) => file.progress),
  questionnaires: () => import('./questionnaires').then((file) => file.questionnaires),
  record: () => import('./record').then((file) => file.record),
  reminders: () => import('./reminders').then((file) => file.reminders),
  rota: () => import('./rota').then((file) => file.rota),
  schedule: () => import('./schedule').then((file) => file.schedule),
  sharing: () => import('./sharing').then((file) => file.sharing),
  staffSharing: () => import('./staff-sharing').then((file) => file.staffSharing),
  sharedCard: () => import('./shared-card').then((file) => file.sharedCard),
  skills: () => import('./skills').then((file) => file.skills),
  support: () => import('./support').then((file) => file.support),
  timetable: () => import('./timetable').then((file) => file.timetable),
  useHistory: () => import('./use-history').then((file) => file.useHistory),
  warnings: () => import('./warnings').then((file) => file.warnings),
};
