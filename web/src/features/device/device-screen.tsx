/** This phone: what waits here, the lock, whether others use it, hiding, and what the browser keeps. */
import './device.css';

import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { HideSettings } from './hide-settings';
import { LockSettings } from './lock-settings';
import { Queue } from './queue';
import { SharedSettings } from './shared-settings';
import { StorageFacts } from './storage-facts';

export function DeviceScreen(): JSX.Element {
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.common.me}</BackLink>
        <h1>{t.device.title}</h1>
        <p class="lead">{t.device.lead}</p>
      </header>
      <Queue />
      <LockSettings />
      <SharedSettings />
      <HideSettings />
      <StorageFacts />
    </div>
  );
}
