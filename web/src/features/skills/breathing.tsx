/** Paced breathing: a circle that grows and shrinks, or only words when motion is unwelcome. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import type { Field } from '../../api/types';
import { t } from '../../lib/strings';
import { useNewest } from '../../lib/use-newest';
import { Button } from '../../ui/button';

type PhaseName = 'in' | 'hold' | 'out' | 'rest';

interface Phase {
  name: PhaseName;
  seconds: number;
}

const SECOND = 1000;
const USUAL = { in: 4, hold: 0, out: 6, rest: 0 };
const ORDER: readonly PhaseName[] = ['in', 'hold', 'out', 'rest'];

interface BreathingProps {
  label: string;
  pattern: Field['pattern'];
  seconds: number | undefined;
  /** Told how many whole seconds the guide ran, when it ends. */
  onSpent: (seconds: number) => void;
}

export function Breathing({ label, pattern, seconds, onSpent }: BreathingProps): JSX.Element {
  const [startedAt, setStartedAt] = useState<number>();
  const running = startedAt !== undefined;
  const stop = (): void => {
    if (startedAt !== undefined) onSpent(Math.round((Date.now() - startedAt) / SECOND));
    setStartedAt(undefined);
  };
  const phase = usePhase(pattern, startedAt, seconds, stop);
  return (
    <div class="card breathing">
      <p class="strong">{label}</p>
      <div class="breathing-space" aria-hidden="true">
        <span class={`breathing-circle breathing-${phase?.name ?? 'rest'}`} style={{ '--phase': `${phase?.seconds ?? 1}s` }} />
      </div>
      <p class="breathing-word" aria-live="polite">
        {phase ? t.skills.breathing[phase.name] : t.skills.breathing.hint}
      </p>
      <Button look="secondary" onClick={() => (running ? stop() : setStartedAt(Date.now()))}>
        {running ? t.skills.breathing.stop : t.skills.breathing.start}
      </Button>
    </div>
  );
}

function usePhase(pattern: Field['pattern'], startedAt: number | undefined, seconds: number | undefined, onOver: () => void): Phase | undefined {
  const [at, setAt] = useState(0);
  const phases = ORDER.map((name) => ({ name, seconds: pattern?.[name] ?? USUAL[name] })).filter((phase) => phase.seconds > 0);
  const phase = startedAt === undefined ? undefined : phases[at % phases.length];

  const goOn = useNewest(() => {
    // A round is always breathed to its end.
    const roundOver = (at + 1) % phases.length === 0;
    const timeOver = startedAt !== undefined && seconds !== undefined && Date.now() - startedAt >= seconds * SECOND;
    setAt(at + 1);
    if (roundOver && timeOver) onOver();
  });
  const lasts = phase?.seconds;
  useEffect(() => {
    if (lasts === undefined) return;
    const timer = setTimeout(goOn, lasts * SECOND);
    return () => clearTimeout(timer);
  }, [lasts, at, goOn]);
  useEffect(() => setAt(0), [startedAt]);

  return phase;
}
