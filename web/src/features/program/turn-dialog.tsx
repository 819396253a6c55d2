/** One turn: give it to somebody else, or take it off the rota. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { removeShift, ROTA, swapShift, type Shift } from '../../api/rota';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { PersonSelect } from './person-select';

export function TurnDialog({ turn, onClose }: { turn: Shift; onClose: () => void }): JSX.Element {
  const [person, setPerson] = useState('');
  const [asked, setAsked] = useState(false);
  const swapping = useSending(swapShift, [ROTA], onClose);
  const removing = useSending(removeShift, [ROTA], onClose);
  const error = swapping.error ?? removing.error;
  const swap = (): void => {
    setAsked(true);
    if (person !== '') swapping.mutate({ id: turn.id, person });
  };
  return (
    <Dialog title={t.rota.change} onClose={onClose}>
      <p>
        {turn.person.name} · {t.rota.places[turn.place]}
      </p>
      {error && (
        <Notice tone="warm" urgent>
          {sentenceOf(error)}
        </Notice>
      )}
      <PersonSelect label={t.rota.swapTo} first={t.rota.none} value={person} onChange={setPerson} error={asked && person === '' ? t.rota.required : undefined} />
      <p class="soft small">{t.rota.swapHint}</p>
      <div class="stack-small">
        <Button busy={swapping.isPending} onClick={swap}>
          {t.rota.swap}
        </Button>
        <Button look="secondary" busy={removing.isPending} onClick={() => removing.mutate(turn.id)}>
          {t.rota.remove}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
