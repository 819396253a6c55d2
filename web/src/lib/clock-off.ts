/** How far this device's clock is from the server's. The server decides which day something belongs to; we say when they differ. */

const MINUTE = 60_000;
/** Less than this is of no account: which day it is changes only near midnight. */
const WORTH_SAYING = 10 * MINUTE;

let off = 0;
const listeners = new Set<() => void>();

/** Read the Date header of an answer that has just come. */
export function noteServerTime(header: string | null, now = Date.now()): void {
  const server = header === null ? NaN : Date.parse(header);
  if (Number.isNaN(server)) return;
  const found = Math.abs(now - server) < WORTH_SAYING ? 0 : now - server;
  if (Math.abs(found - off) < MINUTE) return;
  off = found;
  for (const listener of listeners) listener();
}

/** Minutes by which the clock here is ahead; negative: behind; 0: near enough. */
export const minutesOff = (): number => Math.round(off / MINUTE);

export function onClockOff(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
