/** News between the tabs of one browser, and the app that was installed from it. No contents. */

export type News = 'queue-changed' | 'signed-out' | 'locked' | 'unlocked' | 'key-changed' | 'phone-changed';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('foothold');

export function tellTabs(news: News): void {
  channel?.postMessage(news);
}

/** Listen for news from other tabs; returns a way to stop. */
export function hearTabs(listener: (news: News) => void): () => void {
  const hear = (event: MessageEvent<News>): void => listener(event.data);
  channel?.addEventListener('message', hear);
  return () => channel?.removeEventListener('message', hear);
}
