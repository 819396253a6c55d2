/** What a client's check-in asks about besides the usual: at most five, added, changed and ended here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { PersonalItem } from '../../api/check-in-form';
import { clientItemsQuery, endItem } from '../../api/client-check-ins';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { ItemForm } from './item-form';

const MOST_ITEMS = 5;

export function Items({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientItemsQuery(client));
  return (
    <section class="stack-small no-print" aria-labelledby="client-items">
      <h2 id="client-items">{t.clientCheckIns.itemsTitle}</h2>
      <p class="soft">{t.clientCheckIns.itemsLead}</p>
      <Asked query={found} isOffline={isOffline}>
        {(items) => <ItemList client={client} items={items.filter(({ ended_at: ended }) => ended === null)} />}
      </Asked>
    </section>
  );
}

function ItemList({ client, items }: { client: string; items: readonly PersonalItem[] }): JSX.Element {
  const [adding, setAdding] = useState(false);
  const full = items.length >= MOST_ITEMS;
  return (
    <>
      {items.length === 0 && !adding && <p>{t.clientCheckIns.itemsNone}</p>}
      <ul class="stack-small">
        {items.map((item) => (
          <ItemRow key={item.item} client={client} item={item} />
        ))}
      </ul>
      {full && <p class="soft">{t.clientCheckIns.itemsFull}</p>}
      {!full && adding && <ItemForm client={client} onClose={() => setAdding(false)} />}
      {!full && !adding && (
        <div>
          <Button look="secondary" icon="plus" onClick={() => setAdding(true)}>
            {t.clientCheckIns.add}
          </Button>
        </div>
      )}
    </>
  );
}

function ItemRow({ client, item }: { client: string; item: PersonalItem }): JSX.Element {
  const [doing, setDoing] = useState<'changing' | 'ending'>();
  const leave = (): void => setDoing(undefined);
  if (doing === 'changing') {
    return (
      <li>
        <ItemForm client={client} item={item} onClose={leave} />
      </li>
    );
  }
  return (
    <li class="card moment stack-small">
      <div>
        <h3>{item.label}</h3>
        <p class="soft small">{factsOf(item)}</p>
        {item.why !== '' && <p class="soft small">{t.clientCheckIns.whySays(item.why)}</p>}
      </div>
      <div class="row">
        <Button look="secondary" label={t.clientCheckIns.changeNamed(item.label)} onClick={() => setDoing('changing')}>
          {t.clientCheckIns.change}
        </Button>
        <Button look="quiet" label={t.clientCheckIns.endNamed(item.label)} onClick={() => setDoing('ending')}>
          {t.clientCheckIns.end}
        </Button>
      </div>
      {doing === 'ending' && <EndItem client={client} item={item} onClose={leave} />}
    </li>
  );
}

function factsOf({ kind, scale, toward, version, set_at: since }: PersonalItem): string {
  const words = t.clientCheckIns;
  const about = kind === 'urge' ? [words.kinds.urge, words.towards[toward]] : [words.kinds[kind]];
  return [...about, words.scales[scale], words.version(version, dayOf(since))].join(' · ');
}

function EndItem({ client, item: { item, label }, onClose }: { client: string; item: PersonalItem; onClose: () => void }): JSX.Element {
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endItem(client, item),
    onSuccess: () => queries.invalidateQueries({ queryKey: clientItemsQuery(client).queryKey }),
  });
  return (
    <Dialog title={t.clientCheckIns.endAsk(label)} onClose={onClose}>
      {ending.isError && (
        <Notice tone="warm" urgent>
          {sentenceOf(ending.error)}
        </Notice>
      )}
      <Button busy={ending.isPending} onClick={() => ending.mutate()}>
        {t.clientCheckIns.endYes}
      </Button>
      <Button look="secondary" onClick={onClose}>
        {t.common.cancel}
      </Button>
    </Dialog>
  );
}
