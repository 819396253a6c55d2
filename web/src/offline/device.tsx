/** What a signed-in screen may use of the device: who is here, their vault, their outbox. */
import { createContext } from 'preact';
import { useContext, useSyncExternalStore } from 'preact/compat';

import type { Me } from '../api/types';
import type { Outbox, Snapshot } from './outbox';
import type { Vault } from './vault';

export interface Device {
  me: Me;
  vault: Vault;
  outbox: Outbox;
  /** Sign out and clear the device; asks nothing. */
  leave: () => Promise<void>;
  /** The same for a shared phone that lies about: what is not sent stays, sealed. */
  leaveAlone: () => Promise<void>;
}

export const DeviceContext = createContext<Device | undefined>(undefined);

export function useDevice(): Device {
  const device = useContext(DeviceContext);
  if (!device) throw new Error('This screen needs someone who is signed in.');
  return device;
}

/** The person when one is signed in; for screens that everyone may open. */
export const useMaybeDevice = (): Device | undefined => useContext(DeviceContext);

export function useOutbox(): Snapshot {
  const { outbox } = useDevice();
  return useSyncExternalStore(outbox.subscribe, outbox.snapshot);
}
