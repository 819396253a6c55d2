/** What one switch shows, with today's data, in the very drawing that the other person gets. */
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import type { Category, CategoryWords } from '../../api/sharing';
import { lazyWithWords, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/loading';

// Drawn only for who asks for it, so it comes then.
const Today = lazyWithWords(['sharedCard', 'sharing'], () => import('./switch-today').then((m) => m.Today));

/** Asked to a session, a person reads that on a page of its own. */
const NOT_ON_THE_CARD: readonly Category[] = ['program_link', 'session_invitations'];

export function SwitchPreview({ words, name }: { words: CategoryWords; name: string }): JSX.Element | null {
  const [open, setOpen] = useState(false);
  if (NOT_ON_THE_CARD.includes(words.category)) return null;
  return (
    <div class="stack-small">
      <div>
        <Button look="quiet" icon="search" expanded={open} label={t.sharing.lookNamed(words.name)} onClick={() => setOpen(!open)}>
          {t.sharing.look}
        </Button>
      </div>
      {open && (
        <Suspense fallback={<Loading lines={2} />}>
          <Today category={words.category} name={name} />
        </Suspense>
      )}
    </div>
  );
}
