/** Where my wish to be contacted is, and only as much about a person seeing it as is known. */
import type { JSX } from 'preact';

import { crisisLine, emergencyLine, programLines } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useContactAsked } from '../../offline/contact';
import { useDevice } from '../../offline/device';
import type { Work } from '../../offline/queue';
import { Button, ButtonLink } from '../../ui/button';
import { ContactList } from '../../ui/contact-list';

export function AskedFor({ id, onAgain }: { id: string; onAgain: () => void }): JSX.Element {
  const { me, outbox } = useDevice();
  const heading = useArrival();
  const { work, words } = useContactAsked(id);
  const again = (): void => {
    if (work) void outbox.remove(work.id);
    onAgain();
  };
  return (
    <section class="page stack">
      <h1 ref={heading} tabIndex={-1}>
        {titleOf(work)}
      </h1>
      <p class="lead" role="status">
        {bodyOf(work) ?? words ?? t.help.watchUnknown}
      </p>
      <ContactList contacts={[crisisLine(), emergencyLine(), ...(me.program ? programLines(me.program) : [])]} />
      <div class="stack-small">
        {work && work.state !== 'waiting' && (
          <Button wide onClick={again}>
            {t.contact.again}
          </Button>
        )}
        <ButtonLink to="/today" look="secondary" wide>
          {t.contact.home}
        </ButtonLink>
      </div>
    </section>
  );
}

function titleOf(work: Work | undefined): string {
  if (!work) return t.contact.sentTitle;
  return work.state === 'waiting' ? t.contact.waitingTitle : t.contact.refusedTitle;
}

/** Words of our own while it is on this phone; once it is sent the server's hold. */
function bodyOf(work: Work | undefined): string | undefined {
  if (!work) return undefined;
  if (work.state === 'waiting') return t.contact.waiting;
  return [...(work.trouble?.fields ?? []), work.trouble?.sentence].find((sentence) => sentence !== undefined && sentence !== '') ?? t.common.errorBody;
}
