/** The end of notes on this device: small, because signing out needs it on every screen. */

export const pushSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** The browser forgets where to send; the server learns it at its next try. */
export async function switchPushOff(): Promise<void> {
  if (pushSupported()) await (await subscription())?.unsubscribe();
}
