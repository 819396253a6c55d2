/** Use before the program, as the client or somebody of the care team told it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { toldBeforeQuery } from '../../api/use-history';
import { useTelling } from '../../api/use-telling';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { draftOf } from '../../ui/use-history/told';
import { UseFacts } from '../../ui/use-history/use-facts';
import { UseForm } from '../../ui/use-history/use-form';

export function ToldBefore({ client }: { client: string }): JSX.Element {
  const found = useQuery(toldBeforeQuery({ own: false, client }));
  const [telling, setTelling] = useState(false);
  const sending = useTelling({ own: false, client }, () => setTelling(false));
  const words = t.useHistory.clinician;
  return (
    <section class="card stack-small" aria-labelledby="warnings-before">
      <h2 id="warnings-before">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <Asked query={found} isOffline={isOffline}>
        {(told) => (
          <>
            {told === null && !telling && <p>{words.none}</p>}
            {told !== null && !telling && (
              <>
                <UseFacts told={draftOf(told)} words={words} />
                <p class="soft small">{words.told(told.told_by.name, dayOf(told.told_at))}</p>
              </>
            )}
            {telling ? (
              <UseForm start={draftOf(told)} words={words} sending={sending} onClose={() => setTelling(false)} />
            ) : (
              <div>
                <Button look="secondary" icon="edit" onClick={() => setTelling(true)}>
                  {told === null ? words.add : words.change}
                </Button>
              </div>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}
