/** Taking something back: a tap to ask, a tap to do it, and honest words between. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { BETWEEN } from '../../api/between';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';

interface TakeBackProps {
  id: string;
  /** What it is, for those who listen. */
  what: string;
  onTake: (id: string) => Promise<void>;
}

export function TakeBack({ id, what, onTake }: TakeBackProps): JSX.Element {
  const [asked, setAsked] = useState(false);
  const taking = useSending(onTake, [BETWEEN]);
  if (!asked) {
    return (
      <div>
        <Button look="quiet" label={`${t.between.takeBack}: ${what}`} onClick={() => setAsked(true)}>
          {t.between.takeBack}
        </Button>
      </div>
    );
  }
  return (
    <div class="stack-small" role="group" aria-label={t.between.takeBack}>
      <p class="soft">{t.between.takeBackMeans}</p>
      {taking.error && <p role="alert">{sentenceOf(taking.error)}</p>}
      <div class="row">
        <Button look="secondary" busy={taking.isPending} onClick={() => taking.mutate(id)}>
          {t.between.takeBackYes}
        </Button>
        <Button look="quiet" onClick={() => setAsked(false)}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}
