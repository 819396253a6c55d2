/** Which message the app was opened from: links carry an opaque id, read once and taken out of the address. */

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

let message: string | undefined;

/** Read the id and take it out of the address bar; call before the first drawing. */
export function noteOpening(): void {
  const address = new URL(window.location.href);
  const found = address.searchParams.get('r');
  if (found === null && !address.searchParams.has('trial')) return;
  address.searchParams.delete('r');
  address.searchParams.delete('trial');
  window.history.replaceState(null, '', address.pathname + address.search + address.hash);
  if (found !== null && ID.test(found)) message = found;
}

/** The id, once. */
export function takeOpening(): string | undefined {
  const found = message;
  message = undefined;
  return found;
}
