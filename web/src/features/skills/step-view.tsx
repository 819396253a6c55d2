/** One step of a skill: its words, its fields, and the ways on. */
import type { JSX } from 'preact';

import type { Skill } from '../../api/types';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import { StepField } from './step-field';
import type { Practice } from './use-practice';

export function StepView({ skill, practice }: { skill: Skill; practice: Practice }): JSX.Element | null {
  const { at, answers } = practice.draft;
  const step = skill.steps[at];
  const heading = useArrival(at);
  if (!step) return null;
  const keyOf = (field: string): string => `${step.key}.${field}`;
  const answered = step.fields.length === 0 || step.fields.some(({ key }) => keyOf(key) in answers);
  return (
    <div class="stack">
      <Progress at={at + 1} of={skill.steps.length} label={t.skills.stepOf(at + 1, skill.steps.length)} />
      <div class="stack player-step">
        <h1 ref={heading} tabIndex={-1} class="player-step-title">
          {step.title}
        </h1>
        <StepWords text={step.text} />
        {step.fields.map((field) => (
          <StepField key={keyOf(field.key)} field={field} value={answers[keyOf(field.key)]} onChange={(value) => practice.setAnswer(keyOf(field.key), value)} />
        ))}
      </div>
      <div class="moves">
        <Button look="secondary" icon="back" onClick={() => practice.moveTo(at - 1)}>
          {t.common.back}
        </Button>
        <Button look={answered ? 'primary' : 'secondary'} onClick={() => practice.moveTo(at + 1)}>
          {answered ? t.common.next : t.common.skip}
        </Button>
      </div>
    </div>
  );
}

/** Paragraphs and simple lists; skills are plain text, never markup. */
export function StepWords({ text }: { text: string }): JSX.Element {
  const blocks = text.split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean);
  return (
    <div class="stack-small">
      {blocks.map((block) => {
        const lines = block.split('\n').map((line) => line.trim());
        if (!lines.every((line) => line.startsWith('- '))) return <p key={block}>{lines.join(' ')}</p>;
        return (
          <ul key={block} class="player-list">
            {lines.map((line) => (
              <li key={line}>{line.slice(2)}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}
