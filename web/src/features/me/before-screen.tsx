/** Use before the program, in the client's own words. Nothing has to be said. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { OWN } from '../../api/plans';
import { isOffline } from '../../api/problem';
import { toldBeforeQuery, type UseHistory } from '../../api/use-history';
import { useTelling } from '../../api/use-telling';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { draftOf } from '../../ui/use-history/told';
import { UseFacts } from '../../ui/use-history/use-facts';
import { UseForm } from '../../ui/use-history/use-form';

export function BeforeScreen(): JSX.Element {
  const found = useQuery(toldBeforeQuery(OWN));
  const words = t.useHistory;
  return (
    <div class="page page-narrow stack">
      <header class="stack-small">
        <BackLink to="/me">{words.back}</BackLink>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <Notice icon="lock">{words.who}</Notice>
      <Asked query={found} isOffline={isOffline}>
        {(told) => <Told told={told} />}
      </Asked>
    </div>
  );
}

function Told({ told }: { told: UseHistory | null }): JSX.Element {
  const words = t.useHistory;
  const [telling, setTelling] = useState(false);
  const [saved, setSaved] = useState(false);
  const sending = useTelling(OWN, () => {
    setSaved(true);
    setTelling(false);
  });
  if (telling) {
    return (
      <section class="card">
        <UseForm own start={draftOf(told)} words={words} sending={sending} onClose={() => setTelling(false)} />
      </section>
    );
  }
  return (
    <section class="card stack-small" aria-label={words.title}>
      <div role="status">{saved && <p class="strong">{words.saved}</p>}</div>
      {told === null ? (
        <p>{words.none}</p>
      ) : (
        <>
          <UseFacts told={draftOf(told)} words={words} />
          <p class="soft small">{words.told(dayOf(told.told_at))}</p>
        </>
      )}
      <div>
        <Button icon="edit" look={told === null ? 'primary' : 'secondary'} onClick={() => setTelling(true)}>
          {told === null ? words.begin : words.change}
        </Button>
      </div>
    </section>
  );
}
