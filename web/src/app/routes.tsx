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
  player: lazy(() => import('../features/skills/player-screen').then((m) => ({ default: m.PlayerScreen }))),
  inbox: lazy(() => import('../features/alerts/inbox-screen').then((m) => ({ default: m.InboxScreen }))),
  me: lazy(() => import('../features/me/me-screen').then((m) => ({ default: m.MeScreen }))),
  family: lazy(() => import('../features/family/family-screen').then((m) => ({ default: m.FamilyScreen }))),
};

const HOMES: [Role, string][] = [
  ['client', '/today'],
  ['clinician', '/inbox'],
  ['family', '/family'],
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
  { pattern: '/skills/:slug', roles: ['client'], screen: screens.player as Route['screen'], focused: true },
  { pattern: '/inbox', roles: ['clinician'], screen: screens.inbox },
  { pattern: '/family', roles: ['family'], screen: screens.family },
  { pattern: '/me', roles: EVERY_ROLE, screen: screens.me },
];
