/** The accounting: every look of everybody, newest first. It stays after a sharing has ended. */
import './sharing.css';

import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { EveryLook } from './looks';

export function LooksScreen(): JSX.Element {
  return (
    <div class="page stack">
      <BackLink to="/me/sharing">{t.sharing.back}</BackLink>
      <header class="stack-small">
        <h1>{t.sharing.accountingTitle}</h1>
        <p class="lead">{t.sharing.looksLead}</p>
      </header>
      <EveryLook />
    </div>
  );
}
