/** Starts the app: words, styles, service worker, session, first drawing. */
import './ui/tokens.css';
import './ui/base.css';

import { render } from 'preact';

import { App } from './app/app';
import { startSession } from './app/session';
import { noteOpening } from './lib/opened-from';
import { chooseLanguage, t } from './lib/strings';

async function start(root: HTMLElement): Promise<void> {
  noteOpening();
  await chooseLanguage(navigator.languages);
  // Without a secure context there is no encryption, so nothing could be kept safely.
  if (!window.isSecureContext) {
    root.prepend(t.common.insecure);
    return;
  }
  root.replaceChildren();
  render(<App />, root);
  await startSession();
}

function keepShell(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) {
    window.addEventListener('load', () => void navigator.serviceWorker.register('/sw.js'));
  }
}

const root = document.getElementById('app');
if (root) void start(root);
keepShell();
