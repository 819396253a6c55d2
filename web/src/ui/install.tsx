/** Putting the app on the home screen: one press where the browser can, steps with pictures where it cannot. */
import './install.css';

import type { ComponentChildren, JSX } from 'preact';
import { useState, useSyncExternalStore } from 'preact/compat';

import { install, installWay, refusedInstall, refuseInstall } from '../lib/install';
import { onInstall } from '../lib/offer';
import { t } from '../lib/strings';
import { Button } from './button';

/** The offer in the middle of something: only where it can be followed, and never again after a no. */
export function OfferInstall(): JSX.Element | null {
  const way = useSyncExternalStore(onInstall, installWay);
  const [refused, setRefused] = useState(refusedInstall);
  if (refused || way === 'installed' || way === 'none') return null;
  const refuse = (): void => {
    refuseInstall();
    setRefused(true);
  };
  return (
    <Frame>
      {way === 'offer' ? <Press /> : <HomeSteps />}
      <div>
        <Button look="quiet" onClick={refuse}>
          {t.install.no}
        </Button>
      </div>
    </Frame>
  );
}

/** The same for somebody who came to look for it. */
export function InstallCard(): JSX.Element {
  const way = useSyncExternalStore(onInstall, installWay);
  return (
    <Frame>
      {way === 'installed' && <p role="status">{t.install.done}</p>}
      {way === 'offer' && <Press />}
      {way === 'steps' && <HomeSteps />}
      {way === 'none' && <p>{t.install.none}</p>}
    </Frame>
  );
}

function Frame({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <section class="card stack-small install" aria-labelledby="install">
      <h2 id="install">{t.install.title}</h2>
      <p class="soft">{t.install.lead}</p>
      {children}
    </section>
  );
}

function Press(): JSX.Element {
  return (
    <div>
      <Button icon="phone" onClick={() => void install()}>
        {t.install.button}
      </Button>
    </div>
  );
}

/** What to press in Safari, with drawings of it. */
export function HomeSteps(): JSX.Element {
  const { steps } = t.install;
  return (
    <div class="stack-small">
      <p>{steps.lead}</p>
      <ol class="home-steps">
        <li>
          <svg class="home-picture" viewBox="0 0 96 64" aria-hidden="true" focusable="false">
            <rect class="home-phone" x="1" y="1" width="94" height="62" rx="10" />
            <path class="home-line" d="M48 38V16M40 24l8-8 8 8M36 30h-6v22h36V30h-6" />
          </svg>
          <span>{steps.share}</span>
        </li>
        <li>
          <span class="home-picture home-row" aria-hidden="true">
            {steps.addRow}
            <svg viewBox="0 0 24 24" focusable="false">
              <path class="home-line" d="M5 3.5h14a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5zM12 8v8M8 12h8" />
            </svg>
          </span>
          <span>{steps.add}</span>
        </li>
        <li>
          <span class="home-picture home-add" aria-hidden="true">
            {steps.addButton}
          </span>
          <span>{steps.done}</span>
        </li>
      </ol>
      <p class="soft small">{steps.notes}</p>
    </div>
  );
}
