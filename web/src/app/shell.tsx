/** What surrounds every screen: skip link, name, help, navigation, and news of unsent work. */
import './shell.css';

import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useSyncExternalStore } from 'preact/compat';

import type { Role } from '../api/types';
import { Link } from '../lib/navigation';
import { appName, onLook } from '../lib/look';
import { t } from '../lib/strings';
import { hide } from '../offline/cover';
import { useMaybeDevice } from '../offline/device';
import { useLanguage } from '../offline/language';
import { Icon, Mark, type IconName } from '../ui/icon';
import { LanguageSwitch } from '../ui/language-switch';
import { homeOf, type Route } from './routes';
import { rolesOn, sideAt, sidesOf, type Side } from './sides';
import { SyncNews } from './sync-news';

interface ShellProps {
  path: string;
  route: Route | undefined;
  children: ComponentChildren;
}

export function Shell({ path, route, children }: ShellProps): JSX.Element {
  const device = useMaybeDevice();
  const main = useFocusOnMove(path);
  const roles = device && !route?.focused ? device.me.roles : [];
  const side = sideAt(route, roles);
  const tabs = side ? tabsOf(rolesOn(side, roles)) : [];
  return (
    <div class={tabs.length > 0 ? 'shell shell-with-tabs' : 'shell'}>
      <a class="skip-link hidden-visually" href="#content">
        {t.common.skipToContent}
      </a>
      <header class="shell-header">
        <Link to="/" class="shell-name">
          <Mark />
          <span>{useSyncExternalStore(onLook, appName)}</span>
        </Link>
        {device && <SyncNews key={device.me.id} />}
        <Hide path={path} />
        <Language path={path} />
        <Link to="/help" class="shell-help" current={path === '/help'} label={t.common.helpLabel}>
          <Icon name="help" />
          <span>{t.common.help}</span>
        </Link>
      </header>
      <Sides roles={roles} now={side} />
      {tabs.length > 0 && <Tabs tabs={tabs} path={path} />}
      <main id="content" class="shell-main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </div>
  );
}

/** For those at the door, who have no settings yet. */
function Language({ path }: { path: string }): JSX.Element | null {
  const here = useMaybeDevice() !== undefined;
  const [now, choose] = useLanguage();
  if (here || path === '/help') return null;
  return <LanguageSwitch now={now} onChange={choose} />;
}

/** One press, and a harmless page stands over the app. */
function Hide({ path }: { path: string }): JSX.Element | null {
  const here = useMaybeDevice() !== undefined;
  if (!here && path !== '/help') return null;
  return (
    <button type="button" class="shell-hide" aria-label={t.common.hide} onClick={hide}>
      <Icon name="hide" />
    </button>
  );
}

/** A new path is a new page to a screen reader only when the focus goes there. */
function useFocusOnMove(path: string): { current: HTMLElement | null } {
  const main = useRef<HTMLElement>(null);
  const seenRef = useRef(path);
  useEffect(() => {
    if (seenRef.current === path) return;
    seenRef.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

interface Tab {
  to: string;
  /** Other paths whose screens belong to this tab. */
  also?: string;
  label: string;
  /** The whole name, for those who listen. */
  spoken?: string;
  icon: IconName;
}

function tabsOf(roles: readonly Role[]): Tab[] {
  const tabs: Tab[] = [];
  if (roles.includes('client')) {
    tabs.push({ to: '/today', also: '/timetable', label: t.common.today, icon: 'today' }, { to: '/skills', label: t.common.skills, icon: 'skills' }, { to: '/progress', also: '/logged', label: t.common.progress, icon: 'chart' }, { to: '/plan', also: '/diary', label: t.common.plan, icon: 'plan' });
  }
  if (roles.includes('clinician')) tabs.push({ to: '/inbox', label: t.common.inbox, icon: 'inbox' }, { to: '/caseload', also: '/clients', label: t.common.caseload, icon: 'family' }, { to: '/team-notes', also: '/statements', label: t.common.teamNotes, spoken: t.common.teamNotesSpoken, icon: 'text' }, { to: '/schedule', label: t.common.schedule, icon: 'calendar' });
  if (roles.includes('family')) tabs.push({ to: '/learn', label: t.common.learn, icon: 'skills' }, { to: '/family', label: t.common.shared, spoken: t.common.family, icon: 'family' }, { to: '/support', label: t.common.support, icon: 'lifebuoy' }, { to: '/sessions', label: t.common.sessions, icon: 'calendar' });
  if (roles.includes('administrator')) tabs.push({ to: '/program', also: '/rota /alarms /licences /records', label: t.common.program, icon: 'calendar' }, { to: '/calls', also: '/team-notes', label: t.common.calls, icon: 'phone' }, { to: '/exercises', label: t.common.exercises, icon: 'edit' }, { to: '/forms', also: '/outcomes /warnings', label: t.common.measures, icon: 'chart' });
  tabs.push({ to: '/me', label: t.common.me, icon: 'me' });
  return tabs;
}

/** For who is here in more than one way: which one it is, and over to the other. */
function Sides({ roles, now }: { roles: readonly Role[]; now: Side | undefined }): JSX.Element | null {
  const sides = sidesOf(roles);
  if (sides.length < 2) return null;
  return (
    <nav class="shell-sides" aria-label={t.common.sides}>
      {sides.map((side) => (
        <Link key={side} to={homeOf(rolesOn(side, roles))} class="shell-side" current={side === now}>
          {t.common.sideNames[side]}
        </Link>
      ))}
    </nav>
  );
}

function Tabs({ tabs, path }: { tabs: Tab[]; path: string }): JSX.Element {
  return (
    <nav class="shell-tabs" aria-label={t.common.mainNavigation}>
      <ul>
        {tabs.map(({ to, also = to, label, spoken, icon }) => (
          <li key={to}>
            <Link to={to} current={`${to} ${also}`.split(' ').some((one) => path.startsWith(one))} class="shell-tab" label={spoken}>
              <Icon name={icon} />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
