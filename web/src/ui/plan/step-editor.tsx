/** The screen on which one step of a plan is changed, for the client and for the clinician alike. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Part, Step } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Button, ButtonLink } from '../button';
import { LoadingScreen } from '../loading';
import { Failure, Message } from '../message';
import { Notice } from '../notice';
import { PlanConflict } from './plan-conflict';
import { titleOf } from './plan-reading';
import { faultIn, StepForm } from './step-form';

/** What the editor needs of the world; the hook of api/ fits it. */
export interface StepEditing {
  state: 'loading' | 'failed' | 'ready';
  offline: boolean;
  reload: () => void;
  step: Step | undefined;
  at: number;
  of: number;
  change: (step: Step) => void;
  save: () => void;
  saving: boolean;
  trouble: { offline: boolean; sentence: string } | undefined;
  newer: { plan: { version: number; written_at: string; written_by: { name: string } }; step: Step } | undefined;
  saveOverNewer: () => void;
}

interface StepEditorProps {
  editing: StepEditing;
  planTitle: string;
  /** Where one goes without saving. */
  back: string;
  dayOf: (moment: string) => string;
  onNewer: () => void;
  suggestions?: (part: Part, step: Step) => ComponentChildren;
}

export function StepEditor(props: StepEditorProps): JSX.Element {
  const { editing, back, dayOf, onNewer } = props;
  const { state, step, newer } = editing;
  if (state === 'loading') return <LoadingScreen />;
  if (state === 'failed') return <Failure offline={editing.offline} onRetry={editing.reload} />;
  if (!step) return <Message title={t.common.notFoundTitle} body={t.common.notFoundBody} action={{ label: t.common.back, to: back }} />;
  if (newer) {
    return (
      <div class="page stack">
        <h1>{titleOf(step)}</h1>
        <PlanConflict
          version={newer.plan.version}
          author={newer.plan.written_by.name}
          day={dayOf(newer.plan.written_at)}
          mine={step}
          newer={newer.step}
          busy={editing.saving}
          onMine={editing.saveOverNewer}
          onNewer={onNewer}
        />
      </div>
    );
  }
  return <Writing {...props} step={step} />;
}

function Writing({ editing, planTitle, back, step, suggestions }: StepEditorProps & { step: Step }): JSX.Element {
  const [checked, setChecked] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (!faultIn(step)) editing.save();
  };
  const words = t.plan.steps[step.words];
  return (
    <form class="page stack" noValidate onSubmit={submit}>
      <header class="stack-small">
        <p class="soft strong">
          {planTitle} · {t.plan.stepOf(editing.at + 1, editing.of)}
        </p>
        <h1>{titleOf(step)}</h1>
        <p class="lead">{words?.ask}</p>
        {words?.example && <p class="soft">{words.example}</p>}
      </header>
      <StepForm step={step} checked={checked} onChange={editing.change} suggestions={(part) => suggestions?.(part, step)} />
      <Trouble editing={editing} />
      <p class="soft small">{t.plan.notAtOnce}</p>
      <div class="moves">
        <ButtonLink to={back} look="secondary">
          {t.common.cancel}
        </ButtonLink>
        <Button type="submit" busy={editing.saving}>
          {t.plan.save}
        </Button>
      </div>
    </form>
  );
}

function Trouble({ editing: { trouble } }: { editing: StepEditing }): JSX.Element | null {
  if (!trouble) return null;
  return (
    <Notice tone="warm" urgent>
      {trouble.offline ? t.plan.saveOffline : trouble.sentence || t.common.errorBody}
    </Notice>
  );
}
