/** Small flags of this browser, nothing personal. A browser that refuses storage has none of them. */

export function readStored(key: string, storage: 'local' | 'session' = 'local'): string | null {
  try {
    return of(storage).getItem(key);
  } catch {
    return null;
  }
}

/** Undefined forgets. */
export function writeStored(key: string, value: string | undefined, storage: 'local' | 'session' = 'local'): void {
  try {
    if (value === undefined) of(storage).removeItem(key);
    else of(storage).setItem(key, value);
  } catch {
    // Refused or full: the flag then lasts as long as this page.
  }
}

const of = (storage: 'local' | 'session'): Storage => (storage === 'local' ? window.localStorage : window.sessionStorage);
