/** Gives jsdom what browsers have and it lacks: IndexedDB, WebCrypto, structured clone. */
import 'fake-indexeddb/auto';

import { cleanup, configure } from '@testing-library/preact';
import { webcrypto } from 'node:crypto';
import { afterEach, beforeEach } from 'vitest';

import { loadWords, speak, type Area } from '../lib/strings';
import { later } from '../lib/strings/en';
import { emptyAll } from '../offline/database';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

await speak('en');
await loadWords(Object.keys(later) as Area[]);

beforeEach(async () => {
  await emptyAll();
  localStorage.clear();
});

afterEach(async () => {
  cleanup();
  // Preact runs the last clean-ups a moment later; they must still find a window.
  await new Promise((resolve) => setTimeout(resolve, 50));
});
