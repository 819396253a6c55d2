/** Pause, turn on again, stop: each one or two taps, and what it means before the last. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Consent } from '../../api/sharing';
import { shiftDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { useOwnProgramDay } from '../../offline/use-own-day';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { useMoves } from './use-moves';

interface ActsProps {
  consent: Consent;
  onMoved?: (consent: Consent) => void;
}

export const isStanding = ({ state }: Consent): boolean => state === 'in_force' || state === 'paused' || state === 'waiting';

export function Acts({ consent, onMoved }: ActsProps): JSX.Element | null {
  const [asked, setAsked] = useState<'pause' | 'stop'>();
  const moves = useMoves((moved) => {
    setAsked(undefined);
    onMoved?.(moved);
  });
  if (!isStanding(consent)) return null;
  const { id, recipient_name: name } = consent;
  const close = (): void => {
    moves.reset();
    setAsked(undefined);
  };
  return (
    <div class="stack-small">
      {moves.trouble !== undefined && (
        <Notice tone="warm" urgent>
          {moves.trouble}
        </Notice>
      )}
      {asked === 'stop' && <StopAsk name={name} busy={moves.isPending} onYes={() => moves.mutate({ do: 'revoke', id })} onNo={close} />}
      {asked === 'pause' && <PauseAsk busy={moves.isPending} onPause={(until) => moves.mutate({ do: 'pause', id, until })} onNo={close} />}
      {asked === undefined && <Buttons consent={consent} busy={moves.isPending} onAsk={setAsked} onResume={() => moves.mutate({ do: 'resume', id })} />}
    </div>
  );
}

interface ButtonsProps {
  consent: Consent;
  busy: boolean;
  onAsk: (what: 'pause' | 'stop') => void;
  onResume: () => void;
}

function Buttons({ consent: { recipient_name: name, state }, busy, onAsk, onResume }: ButtonsProps): JSX.Element {
  return (
    <div class="row">
      {state === 'in_force' && (
        <Button look="secondary" label={t.sharing.pauseNamed(name)} onClick={() => onAsk('pause')}>
          {t.sharing.pause}
        </Button>
      )}
      {state === 'paused' && (
        <Button look="secondary" label={t.sharing.resumeNamed(name)} busy={busy} onClick={onResume}>
          {t.sharing.resume}
        </Button>
      )}
      <Button look="quiet" label={t.sharing.stopNamed(name)} onClick={() => onAsk('stop')}>
        {t.sharing.stop}
      </Button>
    </div>
  );
}

interface StopAskProps {
  name: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

function StopAsk({ name, busy, onYes, onNo }: StopAskProps): JSX.Element {
  return (
    <div class="stack-small" role="group" aria-label={t.sharing.stopAsk(name)}>
      <Notice>
        <p class="strong">{t.sharing.stopAsk(name)}</p>
        <p>{t.sharing.stopMeans}</p>
      </Notice>
      <div class="row">
        <Button busy={busy} onClick={onYes}>
          {t.sharing.stopYes}
        </Button>
        <Button look="quiet" onClick={onNo}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}

const PAUSES = { open: undefined, day: 1, week: 7 } as const;

function PauseAsk({ busy, onPause, onNo }: { busy: boolean; onPause: (until: string | null) => void; onNo: () => void }): JSX.Element {
  const today = useOwnProgramDay();
  return (
    <div class="stack-small" role="group" aria-label={t.sharing.pauseFor}>
      <Notice>
        <p class="strong">{t.sharing.pauseFor}</p>
        <p>{t.sharing.pauseMeans}</p>
      </Notice>
      <div class="row">
        {(Object.keys(PAUSES) as (keyof typeof PAUSES)[]).map((span) => {
          const days = PAUSES[span];
          return (
            <Button key={span} look="secondary" busy={busy} onClick={() => onPause(days === undefined ? null : shiftDay(today, days))}>
              {t.sharing.pauses[span]}
            </Button>
          );
        })}
        <Button look="quiet" onClick={onNo}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}
