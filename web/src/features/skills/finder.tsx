/** Finding a skill: by need, by topic, by words, or among the saved ones. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { SkillSummary } from '../../api/types';
import { t } from '../../lib/strings';
import { useKept } from '../../offline/use-kept';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { ALL, ANYTHING, byTopic, find, isNarrow, topicOf, type Wanted } from './find';
import { SkillTile } from './skill-tile';

export function Finder({ skills }: { skills: readonly SkillSummary[] }): JSX.Element {
  const [wanted, setWanted] = useState<Wanted>(ANYTHING);
  const saved = useKept<string[]>('saved-skills');
  const slugs = saved.value ?? [];
  const shown = find(skills, wanted, slugs);
  const narrow = isNarrow(wanted);
  const tile = (skill: SkillSummary): JSX.Element => (
    <SkillTile
      key={skill.slug}
      skill={skill}
      need={wanted.need === ALL ? undefined : wanted.need}
      saved={slugs.includes(skill.slug)}
      onSave={(save) => saved.write(save ? [...slugs, skill.slug] : slugs.filter((slug) => slug !== skill.slug))}
    />
  );
  return (
    <section class="stack" aria-labelledby="find-skill">
      <h2 id="find-skill">{t.skills.findTitle}</h2>
      <Controls skills={skills} wanted={wanted} onChange={(part) => setWanted({ ...wanted, ...part })} />
      <p role="status" class={narrow ? 'soft' : 'hidden-visually'}>
        {narrow && shown.length > 0 ? t.skills.found(shown.length) : ''}
      </p>
      {shown.length === 0 && <NoneFound saved={wanted.savedOnly && slugs.length === 0} onAll={() => setWanted(ANYTHING)} />}
      <Tiles skills={shown} grouped={!narrow} tile={tile} />
    </section>
  );
}

interface TilesProps {
  skills: readonly SkillSummary[];
  grouped: boolean;
  tile: (skill: SkillSummary) => JSX.Element;
}

function Tiles({ skills, grouped, tile }: TilesProps): JSX.Element {
  if (!grouped) return <ul class="skill-grid">{skills.map(tile)}</ul>;
  return (
    <>
      {byTopic(skills, topicName).map(([name, group]) => (
        <div key={name} class="stack-small">
          <h3>{name}</h3>
          <ul class="skill-grid">{group.map(tile)}</ul>
        </div>
      ))}
    </>
  );
}

interface ControlsProps {
  skills: readonly SkillSummary[];
  wanted: Wanted;
  onChange: (part: Partial<Wanted>) => void;
}

function Controls({ skills, wanted, onChange }: ControlsProps): JSX.Element {
  const needs = Object.entries(t.skills.needs).filter(([need]) => skills.some((skill) => skill.needs.some((one) => one === need)));
  const topics = [...new Set(skills.map(topicOf))].map((topic) => ({ value: topic, label: topicName(topic) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div class="stack-small">
      <Choices
        compact="pills"
        legend={t.skills.filter}
        choices={[{ value: ALL, label: t.skills.all }, ...needs.map(([value, label]) => ({ value, label }))]}
        value={wanted.need}
        onChange={(need) => onChange({ need })}
      />
      <div class="finder-fields">
        <TextField label={t.skills.search} value={wanted.words} maxLength={60} onChange={(words) => onChange({ words })} />
        <SelectField label={t.skills.topic} options={[{ value: ALL, label: t.skills.topicAll }, ...topics]} value={wanted.topic} onChange={(topic) => onChange({ topic })} />
        <Button look={wanted.savedOnly ? 'primary' : 'secondary'} icon="star" label={t.skills.savedOnly} pressed={wanted.savedOnly} onClick={() => onChange({ savedOnly: !wanted.savedOnly })}>
          {t.skills.saved}
        </Button>
      </div>
    </div>
  );
}

/** A clinic's own topics have no words of ours: their name is shown as it was written. */
export function topicName(topic: string): string {
  const kinds: Record<string, string> = t.skills.kinds;
  const written = topic.replace(/_/g, ' ');
  return t.skills.modules[topic] ?? kinds[topic] ?? written.charAt(0).toUpperCase() + written.slice(1);
}

function NoneFound({ saved, onAll }: { saved: boolean; onAll: () => void }): JSX.Element {
  return (
    <div class="stack-small">
      <p class="soft">{saved ? t.skills.noneSaved : t.skills.noneFound}</p>
      <div>
        <Button look="secondary" onClick={onAll}>
          {t.skills.showAll}
        </Button>
      </div>
    </div>
  );
}
