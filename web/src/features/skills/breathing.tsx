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
  help: string | undefined;
  pattern: Field['pattern'];
  seconds: number | undefined;
  /** Told how many whole seconds the guide ran, when it ends. */
  onSpent: (seconds: number) => void;
}

export function Breathing({ label, help, pattern, seconds, onSpent }: BreathingProps): JSX.Element {
  const [startedAt, setStartedAt] = useState<number>();
  const [over, setOver] = useState(false);
  const running = startedAt !== undefined;
  const stop = (): void => {
    if (startedAt !== undefined) onSpent(Math.round((Date.now() - startedAt) / SECOND));
    setStartedAt(undefined);
  };
  const phase = usePhase(pattern, startedAt, seconds, () => {
    setOver(true);
    stop();
  });
  const start = (): void => {
    setOver(false);
    setStartedAt(Date.now());
  };
  return (
    <div class="card breathing" role="group" aria-label={label}>
      <p class="strong">{label}</p>
      {help && <p class="soft small">{help}</p>}
      <div class="breathing-space" aria-hidden="true">
        <span class={`breathing-circle breathing-${phase?.name ?? 'rest'}`} style={{ '--phase': `${phase?.seconds ?? 1}s` }} />
      </div>
      <BreathingWord phase={phase} over={over} />
      <Button look="secondary" onClick={running ? stop : start}>
        {running ? t.skills.breathing.stop : t.skills.breathing.start}
      </Button>
    </div>
  );
}

/** The word for now. Those who listen hear with it how long it lasts; those who see can count along. */
function BreathingWord({ phase, over }: { phase: Phase | undefined; over: boolean }): JSX.Element {
  const word = phase ? t.skills.breathing[phase.name] : over ? t.skills.breathing.done : t.skills.breathing.hint;
  return (
    <div class={phase ? 'breathing-word' : 'breathing-hint'}>
      <p aria-hidden="true">
        {word}
        {phase && <Count key={phase.name} from={phase.seconds} />}
      </p>
      <p class="hidden-visually" aria-live="polite">
        {phase ? t.skills.breathing.spoken(word, phase.seconds) : word}
      </p>
    </div>
  );
}

function Count({ from }: { from: number }): JSX.Element {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(1, now - 1)), SECOND);
    return () => clearInterval(timer);
  }, []);
  return <span class="breathing-count">{left}</span>;
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
