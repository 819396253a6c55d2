/** Draws a screen as a signed-in person sees it: with a vault, an outbox and a query cache. */
import { QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { vi } from 'vitest';

import * as line from '../api/line';
import type { Me } from '../api/types';
import { createQueryClient } from '../app/query-client';
import { DeviceContext, type Device } from '../offline/device';
import { Outbox } from '../offline/outbox';
import { openVault } from '../offline/vault';

export interface SignedIn {
  device: Device;
  signInNeeded: ReturnType<typeof vi.fn>;
  show: (children: ComponentChildren) => RenderResult;
}

export async function signedInAs(me: Me): Promise<SignedIn> {
  const signInNeeded = vi.fn();
  const queries = createQueryClient(signInNeeded);
  const vault = await openVault(me.id);
  const outbox = new Outbox(vault, line, { onReceived: () => undefined, onSignInNeeded: signInNeeded });
  const device: Device = { me, vault, outbox, leave: vi.fn(() => Promise.resolve()), leaveAlone: vi.fn(() => Promise.resolve()) };
  const show = (children: ComponentChildren): RenderResult =>
    render(
      <QueryClientProvider client={queries}>
        <DeviceContext.Provider value={device}>{children}</DeviceContext.Provider>
      </QueryClientProvider>,
    );
  return { device, signInNeeded, show };
}
