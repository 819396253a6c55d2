/** The browser’s offer to install the app: made once and early, so it is held until somebody wants it. */

/** What Chromium hands over when the app could be installed; other browsers have nothing like it. */
export interface Offer extends Event {
  prompt: () => Promise<void>;
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

export const held: { offer?: Offer | undefined; installed?: boolean } = {};
const listeners = new Set<() => void>();

export const tellOffer = (): void => listeners.forEach((listener) => listener());

/** Call before the first drawing. */
export function holdOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    held.offer = event as Offer;
    tellOffer();
  });
  window.addEventListener('appinstalled', () => {
    held.offer = undefined;
    held.installed = true;
    tellOffer();
  });
}

export function onInstall(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
