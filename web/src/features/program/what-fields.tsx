/** What a session is: its kind, title, topic, and the skill that goes with it. */
import type { JSX } from 'preact';

import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import type { FormPart } from './form-part';
import type { SeriesDraft } from './series-draft';

export function WhatFields({ draft, choices, wrong, change }: FormPart): JSX.Element {
  const words = t.program.series;
  const skills = [...choices.skills].sort((a, b) => a.title.localeCompare(b.title)).map(({ slug, title }) => ({ value: slug, label: title }));
  return (
    <section class="card stack-small" aria-labelledby="series-what">
      <h2 id="series-what">{words.what}</h2>
      <div class="program-columns">
        <SelectField label={words.kind} options={optionsOf(t.program.kinds)} value={draft.kind} error={wrong('kind')} onChange={(kind) => change({ kind: kind as SeriesDraft['kind'] })} />
        <TextField label={words.name} hint={words.nameHint} maxLength={120} value={draft.title} error={wrong('title')} onChange={(title) => change({ title })} />
        {draft.kind === 'workshop' && (
          <SelectField
            label={words.topic}
            options={[{ value: '', label: words.noTopic }, ...optionsOf(t.program.topics)]}
            value={draft.topic}
            error={wrong('topic')}
            onChange={(topic) => change({ topic: topic as SeriesDraft['topic'] })}
          />
        )}
        <div class="stack-small">
          <SelectField label={words.skill} options={[{ value: '', label: words.noSkill }, ...skills]} value={draft.skill} error={wrong('skill_slug')} onChange={(skill) => change({ skill })} />
          <p class="field-hint">{words.skillHint}</p>
        </div>
      </div>
    </section>
  );
}
