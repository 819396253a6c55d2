/** Log an urge: one number, saved; then what may help, and more to say for those who want to. Works with no line. */
import './moments.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { crisisLine, programLines } from '../../lib/help-lines';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { PAUSE_AFTER_TAP } from '../../lib/use-later';
import { useNewest } from '../../lib/use-newest';
import { useDevice } from '../../offline/device';
import { logUrge, type UrgeWords } from '../../offline/moments';
import { askHelpWith } from '../../offline/practised';
import { BackLink } from '../../ui/back-link';
import { Button, ButtonLink } from '../../ui/button';
import { ContactList } from '../../ui/contact-list';
import { Notice } from '../../ui/notice';
import { RowLink } from '../../ui/row-link';
import { Scale } from '../../ui/scale';
import { Why } from '../../ui/why';
import { UrgeDetails } from './urge-details';
import { useBusy } from './use-busy';
import { Watched, Whereabouts } from './whereabouts';

/** From here on people come before exercises (chosen, as in help-now). */
const STRONG = 8;

export function UrgeScreen(): JSX.Element {
  const [entry, setEntry] = useState(newSubmissionId);
  // A fresh component for each urge: two never mix.
  return <OneUrge key={entry} entry={entry} onAnother={() => setEntry(newSubmissionId())} />;
}

function OneUrge({ entry, onAnother }: { entry: string; onAnother: () => void }): JSX.Element {
  const { outbox } = useDevice();
  const [words, setWords] = useState<UrgeWords>();
  const [again, setAgain] = useState(false);
  const save = async (next: UrgeWords): Promise<void> => {
    await logUrge(outbox, entry, next);
    setWords(next);
    setAgain(false);
  };
  return (
    <div class="page page-narrow stack">
      {words === undefined || again ? (
        <HowStrong before={words?.intensity} onSave={(intensity) => save({ ...words, intensity })} />
      ) : (
        <Logged entry={entry} words={words} onSave={save} onAgain={() => setAgain(true)} onAnother={onAnother} />
      )}
    </div>
  );
}

interface HowStrongProps {
  before: number | undefined;
  onSave: (intensity: number) => Promise<void>;
}

/** A tap on a number saves it; with the keys, where the choice still moves, a button does. */
function HowStrong({ before, onSave }: HowStrongProps): JSX.Element {
  const [intensity, setIntensity] = useState(before);
  const { busy, run } = useBusy();
  const save = useNewest(() => {
    if (intensity !== undefined) run(() => onSave(intensity));
  });
  return (
    <section class="stack">
      <header class="stack-small">
        <BackLink to="/today">{t.common.today}</BackLink>
        <h1>{t.moments.urge.title}</h1>
        <p class="lead">{t.moments.urge.lead}</p>
      </header>
      <div class="card">
        <Scale legend={t.moments.urge.strength} low={t.moments.urge.low} high={t.moments.urge.high} value={intensity} onChange={setIntensity} onTapped={() => setTimeout(save, PAUSE_AFTER_TAP)} />
        <Why about={t.moments.urge.strength} of="urgeStrength" />
      </div>
      {intensity !== undefined && (
        <Button wide busy={busy} onClick={save}>
          {t.moments.urge.save}
        </Button>
      )}
    </section>
  );
}

interface LoggedProps {
  entry: string;
  words: UrgeWords;
  onSave: (words: UrgeWords) => Promise<void>;
  onAgain: () => void;
  onAnother: () => void;
}

function Logged({ entry, words, onSave, onAgain, onAnother }: LoggedProps): JSX.Element {
  const { vault } = useDevice();
  return (
    <section class="stack">
      <Saved entry={entry} intensity={words.intensity} onAgain={onAgain} />
      {isStrong(words) && <PeopleFirst />}
      <RowLink to="/help-now" icon="lifebuoy" title={t.moments.urge.ride} strong onFollow={() => void askHelpWith(vault, { need: 'craving', level: words.intensity })}>
        {t.moments.urge.rideBody}
      </RowLink>
      <UrgeDetails words={words} onSave={onSave} />
      <Notice>{t.moments.urge.whoReads}</Notice>
      <Watched entry={entry} />
      <div class="row">
        <ButtonLink to="/today" look="secondary">
          {t.moments.urge.home}
        </ButtonLink>
        <Button look="quiet" onClick={onAnother}>
          {t.moments.urge.another}
        </Button>
      </div>
    </section>
  );
}

const isStrong = ({ intensity, toward }: UrgeWords): boolean => intensity >= STRONG || toward === 'self_harm' || toward === 'suicide';

function Saved({ entry, intensity, onAgain }: { entry: string; intensity: number; onAgain: () => void }): JSX.Element {
  const heading = useArrival();
  return (
    <header class="stack-small">
      <h1 ref={heading} tabIndex={-1}>
        {t.moments.urge.saved}
      </h1>
      <div class="row row-apart">
        <Whereabouts entry={entry} />
        <Button look="quiet" onClick={onAgain}>
          {t.moments.urge.wrong(intensity)}
        </Button>
      </div>
    </header>
  );
}

function PeopleFirst(): JSX.Element {
  const { program } = useDevice().me;
  return (
    <section class="stack-small">
      <p class="lead">{t.moments.urge.strong}</p>
      <ContactList contacts={[crisisLine(), ...(program ? programLines(program) : [])]} />
    </section>
  );
}
