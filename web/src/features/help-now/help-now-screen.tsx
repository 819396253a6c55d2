/** Help me now: what is it, how strong, and what to try first. Works with no line. */
import './help-now.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Need } from '../../api/skills';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useLibraryOnDevice } from '../../offline/bringing';
import { useHelpAsked, type HelpAsked } from '../../offline/practised';
import { BackLink } from '../../ui/back-link';
import { Button, ButtonLink } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { LoadingScreen } from '../../ui/loading';
import { Scale } from '../../ui/scale';
import { LogUrge } from './log-urge';
import { Suggestions } from './suggestions';

export type Asked = keyof typeof t.helpNow.needs & Need;

const isAsked = (need: string | undefined): need is Asked => need !== undefined && need in t.helpNow.needs;

export function HelpNowScreen(): JSX.Element {
  const before = useHelpAsked();
  useLibraryOnDevice();
  if (!before.loaded) return <LoadingScreen />;
  return <HelpNow asked={before.asked} onForget={before.forget} />;
}

function HelpNow({ asked, onForget }: { asked: HelpAsked | undefined; onForget: () => void }): JSX.Element {
  const [need, setNeed] = useState<Asked | undefined>(isAsked(asked?.need) ? asked.need : undefined);
  const again = (): void => {
    onForget();
    setNeed(undefined);
  };
  return (
    <div class="page stack help-now">
      {need === undefined ? <WhatIsIt onChoose={setNeed} /> : <Answered key={need} need={need} before={asked?.need === need ? asked.level : undefined} onAgain={again} />}
      <footer class="row row-apart help-now-people">
        <p class="soft">{t.helpNow.notEnough}</p>
        <ButtonLink to="/help" look="secondary" icon="help">
          {t.helpNow.people}
        </ButtonLink>
      </footer>
    </div>
  );
}

function WhatIsIt({ onChoose }: { onChoose: (need: Asked) => void }): JSX.Element {
  return (
    <>
      <header class="stack-small">
        <BackLink to="/today">{t.common.today}</BackLink>
        <h1>{t.helpNow.title}</h1>
        <p class="lead">{t.helpNow.lead}</p>
      </header>
      <section class="stack-small" aria-labelledby="what-is-it">
        <h2 id="what-is-it">{t.helpNow.ask}</h2>
        <ul class="help-now-needs">
          {(Object.entries(t.helpNow.needs) as [Asked, string][]).map(([need, label]) => (
            <li key={need}>
              <button type="button" class="help-now-need" onClick={() => onChoose(need)}>
                {label}
                <Icon name="next" />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What is hard about these is an urge, which may be logged from here. */
const URGES: readonly Asked[] = ['craving', 'about_to_use'];

interface AnsweredProps {
  need: Asked;
  /** How strong it was said to be a moment ago. */
  before: number | undefined;
  onAgain: () => void;
}

function Answered({ need, before, onAgain }: AnsweredProps): JSX.Element {
  const [level, setLevel] = useState(before);
  const heading = useArrival();
  return (
    <>
      <header class="row row-apart">
        <h1 ref={heading} tabIndex={-1} class="help-now-title">
          {t.helpNow.needs[need]}
        </h1>
        <Button look="quiet" icon="back" label={t.helpNow.changeNeed} onClick={onAgain}>
          {t.helpNow.change}
        </Button>
      </header>
      <div class="card">
        <Scale legend={t.helpNow.howStrong} low={t.helpNow.low} high={t.helpNow.high} value={level} onChange={setLevel} />
      </div>
      {level !== undefined && before === undefined && URGES.includes(need) && <LogUrge level={level} />}
      {level !== undefined && <Suggestions need={need} level={level} />}
    </>
  );
}
