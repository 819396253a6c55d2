/** One goal: what for, its small steps to tick off, and how far it got. For the client and the clinician. */
import '../progress.css';
import './goals.css';

import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/compat';

import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../button';
import { Chip } from '../chip';
import { TextField } from '../field';
import { Icon } from '../icon';

export interface GoalShown {
  id: string;
  title: string;
  why: string;
  target_on: string | null;
  added_by: { name: string };
  end: string;
  steps: readonly { id: string; text: string; done_at: string | null }[];
}

export interface GoalCardProps {
  goal: GoalShown;
  busy: boolean;
  onTick: (step: string, done: boolean) => void;
  onAddStep: (text: string, onDone: () => void) => void;
  onRemoveStep: (step: string) => void;
  /** What else can be done with the goal. */
  children?: ComponentChildren;
}

const LONGEST_STEP = 200;

export function GoalCard(props: GoalCardProps): JSX.Element {
  const { goal, children } = props;
  const done = goal.steps.filter(({ done_at }) => done_at !== null).length;
  const open = goal.end === '';
  return (
    <article class="card goal-card" aria-labelledby={`goal-${goal.id}`}>
      <header class="goal-card-top">
        <div class="row row-apart">
          <h2 id={`goal-${goal.id}`}>{goal.title}</h2>
          {!open && <Chip tone={goal.end === 'reached' ? 'calm' : 'plain'}>{t.care.goals.ends[goal.end] ?? goal.end}</Chip>}
        </div>
        {goal.why && <p>{goal.why}</p>}
        <p class="soft small">
          {[goal.target_on && t.care.goals.target(fullDate(goal.target_on, language)), t.care.goals.progress(done, goal.steps.length), t.care.goals.addedBy(goal.added_by.name)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      {goal.steps.length > 0 && <progress class="progress-bar goal-progress" value={done} max={goal.steps.length} aria-label={t.care.goals.progress(done, goal.steps.length)} />}
      <Steps {...props} open={open} />
      {open && <AddStep {...props} />}
      {children}
    </article>
  );
}

function Steps({ goal, busy, open, onTick, onRemoveStep }: GoalCardProps & { open: boolean }): JSX.Element | null {
  if (goal.steps.length === 0) return open ? <p class="soft">{t.care.goals.noSteps}</p> : null;
  return (
    <ul class="goal-steps" aria-label={t.care.goals.steps}>
      {goal.steps.map(({ id, text, done_at: doneAt }) => (
        <li key={id} class="goal-step">
          <label class="goal-tick">
            <input type="checkbox" checked={doneAt !== null} disabled={!open || busy} onChange={(event) => onTick(id, event.currentTarget.checked)} />
            <span>{text}</span>
          </label>
          {open && (
            <button type="button" class="goal-step-remove" aria-label={t.care.goals.stepRemove(text)} onClick={() => onRemoveStep(id)}>
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function AddStep({ goal, busy, onAddStep }: GoalCardProps): JSX.Element {
  const [text, setText] = useState<string>();
  const [checked, setChecked] = useState(false);
  if (text === undefined) {
    return (
      <div>
        <Button look="quiet" icon="plus" label={`${t.care.goals.stepAdd}: ${goal.title}`} onClick={() => setText('')}>
          {t.care.goals.stepAdd}
        </Button>
      </div>
    );
  }
  const submit = (event: Event): void => {
    event.preventDefault();
    const words = text.trim();
    setChecked(true);
    if (words === '' || busy) return;
    onAddStep(words, () => {
      setText('');
      setChecked(false);
    });
  };
  return (
    <form class="goal-new-step" noValidate onSubmit={submit}>
      <TextField label={t.care.goals.stepNew} maxLength={LONGEST_STEP} value={text} onChange={setText} error={checked && text.trim() === '' ? t.care.goals.needStep : undefined} />
      <div class="row">
        <Button type="submit" look="secondary" busy={busy}>
          {t.care.goals.stepSave}
        </Button>
        <Button look="quiet" onClick={() => setText(undefined)}>
          {t.common.close}
        </Button>
      </div>
    </form>
  );
}
