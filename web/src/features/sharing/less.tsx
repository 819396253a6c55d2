/** What this person may see, one row each: a tap to ask, a tap to stop showing it. Nobody is told. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { categoriesQuery, type Category, type CategoryWords, type Consent } from '../../api/sharing';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { follow } from './use-consent';
import { useMoves } from './use-moves';

export function Less({ consent }: { consent: Consent }): JSX.Element {
  const asked = useQuery(categoriesQuery);
  return (
    <section class="card stack-small" aria-labelledby="less">
      <h2 id="less">{t.sharing.less}</h2>
      <p class="soft">{t.sharing.lessMeans}</p>
      <Asked query={asked} isOffline={isOffline} offlineBody={t.sharing.offlineBody}>
        {(known) => <Rows consent={consent} words={known.filter(({ category, always }) => !always && consent.categories.includes(category))} />}
      </Asked>
      <div>
        <ButtonLink to={`/me/sharing/${consent.id}/change`} look="secondary" icon="edit">
          {t.sharing.change}
        </ButtonLink>
      </div>
    </section>
  );
}

function Rows({ consent, words }: { consent: Consent; words: readonly CategoryWords[] }): JSX.Element {
  const [asked, setAsked] = useState<Category>();
  const moves = useMoves((moved) => {
    setAsked(undefined);
    follow(moved, consent.id);
  });
  return (
    <>
      {moves.trouble !== undefined && (
        <Notice tone="warm" urgent>
          {moves.trouble}
        </Notice>
      )}
      <ul class="sharing-rows">
        {words.map(({ category, name }) => (
          <Row
            key={category}
            name={name}
            starts={startOf(consent, category)}
            asked={asked === category}
            busy={moves.isPending}
            onAsk={(on) => setAsked(on ? category : undefined)}
            onStop={() => moves.mutate({ do: 'narrow', id: consent.id, remove: category })}
          />
        ))}
      </ul>
    </>
  );
}

/** When a private one begins that was turned on a short while ago. */
function startOf({ starts }: Consent, category: Category): string | undefined {
  const at = starts.find((one) => one.category === category)?.starts_at;
  return at === undefined || new Date(at) <= new Date() ? undefined : shortMoment(at, deviceTimezone(), language);
}

interface RowProps {
  name: string;
  starts: string | undefined;
  asked: boolean;
  busy: boolean;
  onAsk: (on: boolean) => void;
  onStop: () => void;
}

function Row({ name, starts, asked, busy, onAsk, onStop }: RowProps): JSX.Element {
  return (
    <li class="sharing-less">
      <div class="sharing-less-words">
        <p class="strong">{name}</p>
        {starts !== undefined && <p class="soft small">{t.sharing.startsOn(starts)}</p>}
      </div>
      <div class="row">
        {asked ? (
          <>
            <Button busy={busy} onClick={onStop}>
              {t.sharing.stopOneYes}
            </Button>
            <Button look="quiet" onClick={() => onAsk(false)}>
              {t.sharing.keep}
            </Button>
          </>
        ) : (
          <Button look="quiet" label={t.sharing.stopOneNamed(name)} onClick={() => onAsk(true)}>
            {t.sharing.stopOne}
          </Button>
        )}
      </div>
    </li>
  );
}
