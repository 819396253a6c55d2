/** A quiet countdown. No sound; the end is shown and said. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { useNewest } from '../../lib/use-newest';
import { Button } from '../../ui/button';

const SECOND = 1000;

interface TimerProps {
  label: string;
  help: string | undefined;
  seconds: number;
  /** Told how many whole seconds have run, at each stop. */
  onSpent: (seconds: number) => void;
}

export function Timer({ label, help, seconds, onSpent }: TimerProps): JSX.Element {
  const { left, running, toggle } = useCountdown(seconds, onSpent);
  const over = left === 0;
  const press = over ? t.skills.timer.again : running ? t.skills.timer.pause : t.skills.timer.start;
  return (
    <div class="card timer" role="group" aria-label={label}>
      <p class="strong">{label}</p>
      {help && <p class="soft small">{help}</p>}
      <p class="timer-left" role="timer">
        {t.skills.timer.left(Math.floor(left / 60), left % 60)}
      </p>
      <p role="status">{over ? t.skills.timer.done : ''}</p>
      <Button look="secondary" onClick={toggle}>
        {press}
      </Button>
    </div>
  );
}

interface Countdown {
  left: number;
  running: boolean;
  toggle: () => void;
}

function useCountdown(seconds: number, onSpent: (seconds: number) => void): Countdown {
  const [left, setLeft] = useState(seconds);
  const [endsAt, setEndsAt] = useState<number>();
  const end = useNewest(() => {
    setEndsAt(undefined);
    onSpent(seconds);
  });
  useEffect(() => {
    if (endsAt === undefined) return;
    // Measured against the clock: a sleeping phone must not stretch the time.
    const tick = setInterval(() => {
      const now = Math.max(0, Math.ceil((endsAt - Date.now()) / SECOND));
      setLeft(now);
      if (now === 0) end();
    }, SECOND / 4);
    return () => clearInterval(tick);
  }, [endsAt, end]);
  const toggle = (): void => {
    const from = left === 0 ? seconds : left;
    if (endsAt !== undefined) onSpent(seconds - left);
    setLeft(from);
    setEndsAt(endsAt === undefined ? Date.now() + from * SECOND : undefined);
  };
  return { left, running: endsAt !== undefined, toggle };
}
