/** Help, before any level of care, after an answer that cannot wait. */
import type { JSX } from 'preact';

import { crisisLine, emergencyLine, otherLines } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Button } from '../../ui/button';
import { ContactList } from '../../ui/contact-list';

export function GuideHelp({ onStartOver }: { onStartOver: () => void }): JSX.Element {
  const heading = useArrival();
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1 ref={heading} tabIndex={-1}>
          {t.about.guide.helpTitle}
        </h1>
        <p class="lead">{t.about.guide.helpLead}</p>
      </header>
      <ContactList contacts={[emergencyLine(), crisisLine()]} strong />
      <ContactList contacts={otherLines()} />
      <p>{t.about.guide.helpAfter}</p>
      <div>
        <Button look="quiet" onClick={onStartOver}>
          {t.about.guide.again}
        </Button>
      </div>
    </div>
  );
}
