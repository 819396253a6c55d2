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
  calls: () => import('./calls').then((file) => file.calls),
  care: () => import('./care').then((file) => file.care),
  checkIn: () => import('./check-in').then((file) => file.checkIn),
  checkInAnswers: () => import('./check-in-answers').then((file) => file.checkInAnswers),
  clientCheckIns: () => import('./client-check-ins').then((file) => file.clientCheckIns),
  clientProgress: () => import('./client-progress').then((file) => file.clientProgress),
  clients: () => import('./clients').then((file) => file.clients),
  clientSkills: () => import('./client-skills').then((file) => file.clientSkills),
  diary: () => import('./diary').then((file) => file.diary),
  exercises: () => import('./exercises').then((file) => file.exercises),
  family: () => import('./family').then((file) => file.family),
  forms: () => import('./forms').then((file) => file.forms),
  helpNow: () => import('./help-now').then((file) => file.helpNow),
  me: () => import('./me').then((file) => file.me),
  moments: () => import('./moments').then((file) => file.moments),
  outcomes: () => import('./outcomes').then((file) => file.outcomes),
  plan: () => import('./plan').then((file) => file.plan),
  program: () => import('./program').then((file) => file.program),
  progress: () => import('./progress').then((file) => file.progress),
  questionnaires: () => import('./questionnaires').then((file) => file.questionnaires),
  record: () => import('./record').then((file) => file.record),
  reminders: () => import('./reminders').then((file) => file.reminders),
  schedule: () => import('./schedule').then((file) => file.schedule),
  skills: () => import('./skills').then((file) => file.skills),
  timetable: () => import('./timetable').then((file) => file.timetable),
};
