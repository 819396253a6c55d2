/** Before a client begins: nobody watches this app all the time. It stands in the way of Today alone, never of help. */
import type { JSX } from 'preact';

import { accept, AGREEMENT, type Agreement } from '../../api/agreement';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

export function FirstRead({ agreement: { words, version } }: { agreement: Agreement }): JSX.Element {
  const accepting = useSending(accept, [AGREEMENT]);
  return (
    <div class="page page-narrow stack">
      <header class="stack-small">
        <h1>{t.agreement.title}</h1>
        <p class="soft">{t.agreement.first}</p>
      </header>
      <section class="card stack">
        <p class="lead">{words}</p>
        {accepting.error && (
          <Notice tone="warm" urgent>
            {t.agreement.notSaved}
          </Notice>
        )}
        <Button wide busy={accepting.isPending} onClick={() => accepting.mutate(version)}>
          {t.agreement.accept}
        </Button>
      </section>
    </div>
  );
}
