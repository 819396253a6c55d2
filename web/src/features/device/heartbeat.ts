/**
 * Somebody who writes for a long time asks the server for nothing, and it would take them for gone.
 * While the app is touched, it is told so now and then. Where the session is over all the same, the
 * lock comes before the words are sent in vain: under it they stay.
 */
import { sessionStands } from '../../api/unlock';
import { lock } from '../../offline/cover';
import { idleFor } from '../../offline/phone';

/** Well within the shortest time that a session may rest. */
const BEAT_EVERY = 4 * 60_000;

let told = Date.now();

/** From now on: who has just begun, or come back, was heard of a moment ago. */
export const beginBeats = (): void => {
  told = Date.now();
};

/** Call it often; it asks rarely, and never for somebody who did not touch the app since. */
export async function beat(now = Date.now()): Promise<void> {
  const since = now - told;
  if (since < BEAT_EVERY || idleFor(now) >= since) return;
  told = now;
  // Without a line nothing is known, and nothing changes.
  const stands = await sessionStands().catch(() => true);
  if (!stands) lock();
}
