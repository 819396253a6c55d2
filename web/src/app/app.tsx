/** The whole app: from the session and the path to one screen inside the shell. */
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType, JSX } from 'preact';
import { Suspense, useEffect, useSyncExternalStore } from 'preact/compat';

import { DeviceContext } from '../offline/device';
import { navigate, usePath } from '../lib/navigation';
import { lazyWithWords, t } from '../lib/strings';
import { LoadingScreen } from '../ui/loading';
import { Message } from '../ui/message';
import { ErrorBoundary } from './error-boundary';
import { findRoute, homeOf, routes, type Found } from './routes';
import { confirmSession, onSession, queries, readSession, takeOver, type Session } from './session';
import { Shell } from './shell';

const SignInScreen = lazyWithWords([], () => import('../features/sign-in/sign-in-screen').then((m) => m.SignInScreen));
const SecondFactorScreen = lazyWithWords(['door'], () => import('../features/sign-in/second-factor-screen').then((m) => m.SecondFactorScreen));
const SomeoneElseScreen = lazyWithWords(['door'], () => import('../features/sign-in/someone-else-screen').then((m) => m.SomeoneElseScreen));

export function App(): JSX.Element {
  const session = useSyncExternalStore(onSession, readSession);
  const path = usePath();
  const device = session.state === 'signed-in' ? session.device : undefined;
  const found = findRoute(routes, path);
  return (
    <QueryClientProvider client={queries}>
      <DeviceContext.Provider value={device}>
        <Shell path={path} route={found?.route}>
          <ErrorBoundary key={path}>
            <Suspense fallback={<LoadingScreen />}>
              <Screen session={session} path={path} found={found} />
            </Suspense>
          </ErrorBoundary>
        </Shell>
      </DeviceContext.Provider>
    </QueryClientProvider>
  );
}

interface ScreenProps {
  session: Session;
  path: string;
  found: Found | undefined;
}

function Screen({ session, path, found }: ScreenProps): JSX.Element {
  // Help and invitations come before any question of who is asking.
  if (found?.route.roles.length === 0) return <Routed found={found} />;
  switch (session.state) {
    case 'starting':
      return <LoadingScreen />;
    case 'signed-out':
      return <SignInRoute path={path} ended={session.ended} />;
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

function SignInRoute({ path, ended }: { path: string; ended: boolean }): JSX.Element {
  useEffect(() => {
    if (path === '/sign-in') return;
    wanted = path;
    navigate('/sign-in', { replace: true });
  }, [path]);
  return <SignInScreen ended={ended} onSignedIn={confirmSession} />;
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
  return <Routed found={found} />;
}

const mayOpen = (path: string, roles: OwnRouteProps['roles']): boolean =>
  findRoute(routes, path)?.route.roles.some((role) => roles.includes(role)) ?? false;

function Routed({ found }: { found: Found }): JSX.Element {
  const RouteScreen: ComponentType<Record<string, string>> = found.route.screen;
  return <RouteScreen {...found.params} />;
}
