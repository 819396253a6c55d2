/** The form of an exercise: what it is about, and its steps. Refusals stand at their field. */
import type { JSX } from 'preact';

import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { TextArea, TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { Switch } from '../../ui/switch';
import { DBT_MODULES, emptyStep, slugOf, type ExerciseDraft, type StepDraft } from './exercise-draft';
import { StepForm } from './step-form';
import { at, under, type Refusals } from './use-exercise';

interface ExerciseFormProps {
  draft: ExerciseDraft;
  refusals: Refusals;
  isNew: boolean;
  onChange: (draft: ExerciseDraft) => void;
}

interface PartProps {
  draft: ExerciseDraft;
  wrong: (place: string) => string | undefined;
  below: (place: string) => string | undefined;
  change: (part: Partial<ExerciseDraft>) => void;
}

export function ExerciseForm({ draft, refusals, isNew, onChange }: ExerciseFormProps): JSX.Element {
  const part: PartProps = { draft, wrong: (place) => at(refusals, place), below: (place) => under(refusals, place), change: (changed) => onChange({ ...draft, ...changed }) };
  return (
    <form class="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <section class="card stack-small" aria-labelledby="exercise-basics">
        <h2 id="exercise-basics">{t.exercises.basics}</h2>
        <Names {...part} isNew={isNew} />
        <Facts {...part} />
        <Words {...part} />
      </section>
      <Steps draft={draft} refusals={refusals} change={part.change} />
    </form>
  );
}

function Names({ draft, wrong, change, isNew }: PartProps & { isNew: boolean }): JSX.Element {
  // The address follows the title until somebody writes their own.
  const follows = draft.slug === slugOf(draft.title);
  return (
    <>
      <TextField label={t.exercises.name} maxLength={80} value={draft.title} error={wrong('title')} onChange={(title) => change({ title, ...(isNew && follows && { slug: slugOf(title) }) })} />
      {isNew && (
        <>
          <TextField label={t.exercises.address} hint={t.exercises.addressHint} maxLength={60} value={draft.slug} error={wrong('slug')} onChange={(slug) => change({ slug })} />
          <SelectField label={t.exercises.language} options={optionsOf(t.exercises.languages)} value={draft.language} error={wrong('language')} onChange={(language) => change({ language })} />
        </>
      )}
      {!isNew && wrong('slug') && <Notice tone="warm">{wrong('slug')}</Notice>}
    </>
  );
}

function Facts({ draft, wrong, below, change }: PartProps): JSX.Element {
  return (
    <>
      <div class="exercise-columns">
        <SelectField label={t.exercises.kind} options={optionsOf(t.skills.kinds)} value={draft.kind} error={wrong('kind')} onChange={(kind) => change({ kind: kind as ExerciseDraft['kind'], module: '' })} />
        <Module draft={draft} wrong={wrong} change={change} />
        <TextField label={t.exercises.minutes} inputMode="numeric" maxLength={2} value={draft.minutes} error={wrong('minutes')} onChange={(minutes) => change({ minutes })} />
        <SelectField
          label={t.exercises.readingLevel}
          options={['1', '2', '3', '4', '5', '6'].map((grade) => ({ value: grade, label: grade }))}
          value={draft.reading_level}
          error={wrong('reading_level')}
          onChange={(grade) => change({ reading_level: grade })}
        />
        <SelectField label={t.exercises.rating} options={optionsOf(t.exercises.ratings)} value={draft.rating} error={wrong('rating')} onChange={(rating) => change({ rating: rating as ExerciseDraft['rating'] })} />
      </div>
      <CheckList
        legend={t.exercises.needs}
        options={optionsOf(t.skills.needs)}
        values={draft.needs}
        error={below('needs')}
        onChange={(needs) => change({ needs: needs as ExerciseDraft['needs'] })}
      />
    </>
  );
}

function Module({ draft, wrong, change }: Omit<PartProps, 'below'>): JSX.Element {
  if (draft.kind !== 'dbt') {
    return <TextField label={t.exercises.module} hint={t.exercises.moduleHint} maxLength={30} value={draft.module} error={wrong('module')} onChange={(module) => change({ module })} />;
  }
  const options = DBT_MODULES.map((module) => ({ value: module, label: t.skills.modules[module] ?? module }));
  return (
    <SelectField
      label={t.exercises.dbtModule}
      options={[{ value: '', label: t.common.choose }, ...options]}
      value={draft.module}
      error={wrong('module')}
      onChange={(module) => change({ module })}
    />
  );
}

function Words({ draft, wrong, below, change }: PartProps): JSX.Element {
  return (
    <>
      <TextArea label={t.exercises.summary} rows={2} maxLength={300} value={draft.summary} error={wrong('summary')} onChange={(summary) => change({ summary })} />
      <TextArea
        label={t.exercises.cautions}
        hint={t.exercises.cautionsHint}
        value={draft.cautions.join('\n')}
        error={below('cautions')}
        onChange={(lines) => change({ cautions: lines === '' ? [] : lines.split('\n') })}
      />
      <Switch
        label={t.exercises.assignedOnly}
        on={draft.assigned_only}
        meaning={draft.assigned_only ? t.exercises.assignedOnlyOn : t.exercises.assignedOnlyOff}
        onChange={(only) => change({ assigned_only: only })}
      />
    </>
  );
}

interface StepsProps {
  draft: ExerciseDraft;
  refusals: Refusals;
  change: (part: Partial<ExerciseDraft>) => void;
}

function Steps({ draft: { steps }, refusals, change }: StepsProps): JSX.Element {
  const set = (place: number, step: StepDraft): void => change({ steps: steps.map((one, index) => (index === place ? step : one)) });
  const up = (place: number): void => {
    const moved = [...steps];
    moved.splice(place - 1, 0, ...moved.splice(place, 1));
    change({ steps: moved });
  };
  return (
    <section class="stack-small" aria-labelledby="exercise-steps" aria-describedby={at(refusals, 'steps') && 'steps'}>
      <h2 id="exercise-steps">{t.exercises.steps}</h2>
      {at(refusals, 'steps') && <p id="steps" class="field-error">{at(refusals, 'steps')}</p>}
      {steps.map((step, place) => (
        <StepForm
          // Steps have no identity but their place until they are published.
          key={place}
          step={step}
          place={place}
          refusals={refusals}
          onChange={(changed) => set(place, changed)}
          onUp={place > 0 ? () => up(place) : undefined}
          onRemove={steps.length > 1 ? () => change({ steps: steps.filter((_, index) => index !== place) }) : undefined}
        />
      ))}
      <div>
        <Button look="secondary" icon="plus" onClick={() => change({ steps: [...steps, emptyStep()] })}>
          {t.exercises.addStep}
        </Button>
      </div>
    </section>
  );
}
