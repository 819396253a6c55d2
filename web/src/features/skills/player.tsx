/** The stages of one practice on the screen; where it is kept is the business of who calls. */
import type { JSX } from 'preact';

import type { Skill } from '../../api/types';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Aftermath } from './aftermath';
import { Done } from './done';
import { Intro } from './intro';
import { StepView } from './step-view';
import type { Practice } from './use-practice';

interface PlayerProps {
  skill: Skill;
  practice: Practice;
}

export function Player({ skill, practice }: PlayerProps): JSX.Element {
  if (practice.stage === 'done') return <Done practice={practice} />;
  const inside = practice.stage === 'step' || practice.stage === 'after';
  return (
    <section class="page player">
      <header class="player-top">
        <p class="player-name">{inside ? skill.title : t.skills.title}</p>
        <Link to="/skills" class="player-exit">
          <Icon name="close" />
          {t.skills.exit}
        </Link>
      </header>
      <PlayerStage skill={skill} practice={practice} />
    </section>
  );
}

export function PlayerStage({ skill, practice }: PlayerProps): JSX.Element | null {
  switch (practice.stage) {
    case 'begun':
      return <Begun skill={skill} practice={practice} />;
    case 'intro':
      return <Intro skill={skill} practice={practice} />;
    case 'step':
      return <StepView skill={skill} practice={practice} />;
    case 'after':
      return <Aftermath skill={skill} practice={practice} />;
    case 'done':
      return null;
  }
}

function Begun({ skill, practice: { draft, goOn, startAgain } }: PlayerProps): JSX.Element {
  const at = Math.min(draft.at + 1, skill.steps.length);
  return (
    <div class="stack">
      <h1>{skill.title}</h1>
      <div class="card stack-small">
        <h2>{t.skills.begunTitle}</h2>
        <p class="soft">{t.skills.begunBody(at, skill.steps.length)}</p>
        <Button wide onClick={goOn}>
          {t.skills.goOn}
        </Button>
        <Button wide look="secondary" onClick={startAgain}>
          {t.skills.startAgain}
        </Button>
      </div>
    </div>
  );
}
