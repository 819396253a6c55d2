/** An exercise as a client plays it. Nothing of what is tried here is kept or sent. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Skill } from '../../api/types';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Message } from '../../ui/message';
import { PlayerStage } from './player';
import { freshDraft, stageOf, type Draft, type Practice } from './use-practice';

export function ExercisePreview({ skill, onClose }: { skill: Skill; onClose: () => void }): JSX.Element {
  const { practice, again } = useTrial(skill);
  return (
    <section class="page player" aria-label={t.exercises.previewTitle}>
      <header class="player-top">
        <p class="player-name">{t.exercises.previewTitle}</p>
        <Button look="quiet" icon="close" onClick={onClose}>
          {t.exercises.previewClose}
        </Button>
      </header>
      <PlayerStage skill={skill} practice={practice} />
      {practice.stage === 'done' && (
        <div class="stack">
          <Message level={2} icon="check" title={t.exercises.previewOver} />
          <div class="moves">
            <Button look="secondary" onClick={again}>
              {t.exercises.previewAgain}
            </Button>
            <Button onClick={onClose}>{t.exercises.previewClose}</Button>
          </div>
        </div>
      )}
    </section>
  );
}

/** A practice that lives only here. */
function useTrial(skill: Skill): { practice: Practice; again: () => void } {
  const [draft, setDraft] = useState<Draft>(() => freshDraft(skill));
  const [over, setOver] = useState(false);
  const again = (): void => {
    setOver(false);
    setDraft(freshDraft(skill));
  };
  const practice: Practice = {
    loaded: true,
    stage: over ? 'done' : stageOf(draft, skill),
    draft,
    said: undefined,
    change: (part) => setDraft({ ...draft, ...part }),
    setAnswer: (key, value) => setDraft({ ...draft, answers: { ...draft.answers, [key]: value } }),
    moveTo: (step) => setDraft({ ...draft, at: step }),
    goOn: () => undefined,
    startAgain: again,
    finish: () => {
      setOver(true);
      return Promise.resolve();
    },
    workId: undefined,
  };
  return { practice, again };
}
