/** Whether this browser can put the app on the home screen, and how. */
import { held, tellOffer } from './offer';
import { readStored, writeStored } from './stored';

/** offer: one press installs. steps: a person has to do it in the menu of Safari. */
export type InstallWay = 'installed' | 'offer' | 'steps' | 'none';

const NO = 'foothold.install-no';

export function installWay(): InstallWay {
  if (held.installed || isStandalone()) return 'installed';
  if (held.offer) return 'offer';
  return isAppleTab() ? 'steps' : 'none';
}

/** Ask the browser to install; false when the person said no there. */
export async function install(): Promise<boolean> {
  const now = held.offer;
  if (!now) return false;
  held.offer = undefined;
  await now.prompt();
  const { outcome } = await now.userChoice;
  tellOffer();
  return outcome === 'accepted';
}

export const refusedInstall = (): boolean => readStored(NO) !== null;
export const refuseInstall = (): void => writeStored(NO, '1');

export function isStandalone(): boolean {
  const old = navigator as { standalone?: boolean };
  return old.standalone === true || window.matchMedia('(display-mode: standalone)').matches;
}

/** A tab on an iPhone or iPad. An iPad calls itself a Mac, but one with fingers on it. */
export function isAppleTab(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  const apple = /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1);
  return apple && !isStandalone();
}
