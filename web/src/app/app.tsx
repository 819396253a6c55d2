/** The whole app: from the session and the path to one screen inside the shell. */
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType, JSX } from 'preact';
import { Suspense, useEffect, useState, useSyncExternalStore } from 'preact/compat';

import { onCover, pathUnder, readCover } from '../offline/cover';
import { DeviceContext } from '../offline/device';
import { useRest } from '../lib/at-rest';
import { navigate, usePath } from '../lib/navigation';
import { lazyWithWords, onLanguage, readLanguage, t } from '../lib/strings';
import { wasShown } from '../lib/toured';
import { LoadingScreen } from '../ui/loading';
import { Message } from '../ui/message';
import { ErrorBoundary } from './error-boundary';
import { findRoute, homeOf, routes, type Found } from './routes';
import { confirmSession, isAsking, onSession, queries, readSession, takeOver, type Session } from './session';
import { Shell } from './shell';

const SignInScreen = lazyWithWords([], () => import('../features/sign-in/sign-in-screen'));
const SecondFactorScreen = lazyWithWords(['door'], () => import('../features/sign-in/second-factor-screen'));
const SomeoneElseScreen = lazyWithWords(['door'], () => import('../features/sign-in/someone-else-screen'));

const Guard = lazyWithWords(['device'], () => import('../features/device/guard'));
const Tour = lazyWithWords(['tour'], () => import('../features/guide/tour'));
const News = lazyWithWords(['device'], () => import('../features/device/news'));

export function App(): JSX.Element {
  const session = useSyncExternalStore(onSession, readSession);
  // Another language draws everything again; what was written stays, for nothing is taken down.
  useSyncExternalStore(onLanguage, readLanguage);
  const path = pathUnder(usePath());
  const found = findRoute(routes, path);
  const cover = useSyncExternalStore(onCover, readCover);
  const isAtRest = useRest(session.state !== 'starting', isAsking);
  // The lock leaves help open, and whatever else is for everybody, without a word about who was here.
  const open = isPublic(found) && cover === 'locked';
  const device = session.state === 'signed-in' ? session.device : undefined;
  return (
    <QueryClientProvider client={queries}>
      <Under path={path} covered={cover !== 'none' && !open}>
        <DeviceContext.Provider value={open ? undefined : device}>
          <Shell path={path} route={found?.route}>
            <Afterwards when={isAtRest}>
              <News path={path} busy={isTask(found)} />
            </Afterwards>
            <ErrorBoundary key={path}>
              <Suspense fallback={<LoadingScreen />}>
                <Screen session={session} path={path} found={found} />
              </Suspense>
            </ErrorBoundary>
          </Shell>
        </DeviceContext.Provider>
      </Under>
      <Afterwards when={isAtRest || cover !== 'none'}>
        <Guard cover={open ? 'none' : cover} device={device} help={helpScreen()} onSignedIn={confirmSession} />
      </Afterwards>
    </QueryClientProvider>
  );
}

/** The first screen comes before whatever only watches over it. */
function Afterwards({ when, children }: { when: boolean; children: JSX.Element }): JSX.Element {
  return <Suspense fallback={null}>{when && children}</Suspense>;
}

const isTask = (found: Found | undefined): boolean => found?.route.focused === true;
const helpScreen = (): ComponentType<Record<string, string>> | undefined => findRoute(routes, '/help')?.route.screen;
const isPublic = (found: Found | undefined): boolean => found?.route.roles.length === 0;

/**
 * What is covered stays as it is, so that half-written words survive. Nothing new is drawn under a
 * cover: not at a start, and not by going back to another path.
 */
function Under({ path, covered, children }: { path: string; covered: boolean; children: JSX.Element }): JSX.Element | null {
  const [drawn, setDrawn] = useState(covered ? undefined : path);
  if (!covered && drawn !== path) setDrawn(path);
  return covered && drawn !== path ? null : <div hidden={covered}>{children}</div>;
}

interface ScreenProps {
  session: Session;
  path: string;
  found: Found | undefined;
}

function Screen({ session, path, found }: ScreenProps): JSX.Element {
  // Help and invitations come before any question of who is asking.
  if (found && isPublic(found)) return <Routed found={found} />;
  switch (session.state) {
    case 'starting':
      return <LoadingScreen />;
    case 'signed-out':
      return <SignInRoute path={path} session={session} />;
    case 'second-factor':
      return <SecondFactorScreen onDone={confirmSession} />;
    case 'someone-else':
      return <SomeoneElseScreen onGoOn={() => takeOver(session.me)} onStop={confirmSession} />;
    case 'signed-in':
      return <OwnRoute path={path} found={found} roles={session.device.me.roles} />;
  }
}

// Where a person wanted to go before they were asked to sign in.
let wanted: string | undefined;

function SignInRoute({ path, session }: { path: string; session: Extract<Session, { state: 'signed-out' }> }): JSX.Element {
  const { ended, idle = false, left = false } = session;
  useEffect(() => {
    if (path === '/sign-in') return;
    wanted = left ? undefined : path;
    navigate('/sign-in', { replace: true });
  }, [path, left]);
  return <SignInScreen ended={ended} idle={idle} onSignedIn={confirmSession} />;
}

interface OwnRouteProps {
  path: string;
  found: Found | undefined;
  roles: Parameters<typeof homeOf>[0];
}

function OwnRoute({ path, found, roles }: OwnRouteProps): JSX.Element {
  const atDoor = path === '/' || path === '/sign-in';
  useEffect(() => {
    if (!atDoor) return;
    const target = wanted !== undefined && wanted !== '/' && mayOpen(wanted, roles) ? wanted : homeOf(roles);
    wanted = undefined;
    navigate(target, { replace: true });
  }, [atDoor, roles]);
  if (atDoor) return <LoadingScreen />;
  if (!found?.route.roles.some((role) => roles.includes(role))) {
    return <Message title={t.common.notFoundTitle} body={t.common.notFoundBody} action={{ label: t.common.home, to: '/' }} />;
  }
  return (
    <>
      {path === homeOf(roles) && <FirstLook roles={roles} />}
      <Routed found={found} />
    </>
  );
}

/** Once, above the first screen of whoever comes in on this device for the first time. */
function FirstLook({ roles }: { roles: OwnRouteProps['roles'] }): JSX.Element | null {
  const [side] = roles;
  if (side === undefined || wasShown(side)) return null;
  return (
    <div class="tour-slot">
      <Tour side={side} />
    </div>
  );
}

const mayOpen = (path: string, roles: OwnRouteProps['roles']): boolean =>
  findRoute(routes, path)?.route.roles.some((role) => roles.includes(role)) ?? false;

function Routed({ found }: { found: Found }): JSX.Element {
  const RouteScreen: ComponentType<Record<string, string>> = found.route.screen;
  return <RouteScreen {...found.params} />;
}
