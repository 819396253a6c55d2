/** Starts the app: words, styles, service worker, session, first drawing. */
import './ui/style.css';

import { render } from 'preact';

import { App } from './app/app';
import { startSession } from './app/session';
import { startLook } from './lib/look';
import { holdOffer } from './lib/offer';
import { noteOpening } from './lib/opened-from';
import { t } from './lib/strings';
import { speakAsBefore } from './offline/language';

async function start(root: HTMLElement): Promise<void> {
  noteOpening();
  holdOffer();
  await speakAsBefore();
  startLook();
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
