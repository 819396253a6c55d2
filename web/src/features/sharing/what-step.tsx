/** Step: what. A switch for each thing, all off at first, each with a look at today's own data. */
import type { JSX } from 'preact';

import type { Category, CategoryWords } from '../../api/sharing';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import type { StepProps } from './flow';
import { firstName } from './names';
import { SwitchPreview } from './switch-preview';

const WEEK: readonly Category[] = ['attendance', 'streak', 'mood_trend', 'sleep_trend', 'skills_practised'];

type Group = 'week' | 'chosen' | 'more';
const groupOf = ({ category, sensitive }: CategoryWords): Group => (sensitive ? 'more' : WEEK.includes(category) ? 'week' : 'chosen');
const GROUPS: readonly Group[] = ['week', 'chosen', 'more'];

export function WhatStep({ draft, change, known, onNext }: StepProps): JSX.Element {
  const always = known.filter((one) => one.always);
  const offered = known.filter((one) => !one.always);
  const chosen = offered.some(({ category }) => draft.categories.includes(category));
  const set = (category: Category, on: boolean): void => {
    const others = draft.categories.filter((one) => one !== category);
    // Turned on anew, a private one is asked about anew.
    change({ categories: on ? [...others, category] : others, confirmed: draft.confirmed.filter((one) => one !== category) });
  };
  return (
    <div class="stack">
      <header class="stack-small">
        <h1>{t.sharing.what}</h1>
        <p class="lead">{t.sharing.whatLead}</p>
      </header>
      {always.map(({ category, name, words }) => (
        <Notice key={category} icon="check">
          <p class="strong">{name}</p>
          <p>{words}</p>
          <p class="small">{t.sharing.always}</p>
        </Notice>
      ))}
      {GROUPS.map((group) => (
        <Switches key={group} group={group} words={offered.filter((one) => groupOf(one) === group)} on={draft.categories} name={firstName(draft.name)} onSet={set} />
      ))}
      {!chosen && <p class="soft">{t.sharing.nothingChosen}</p>}
      <Button wide onClick={onNext}>
        {t.common.next}
      </Button>
    </div>
  );
}

interface SwitchesProps {
  group: Group;
  words: readonly CategoryWords[];
  on: readonly Category[];
  /** Who would see it. */
  name: string;
  onSet: (category: Category, on: boolean) => void;
}

function Switches({ group, words, on, name, onSet }: SwitchesProps): JSX.Element {
  return (
    <section class="card stack-small" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{t.sharing.groups[group]}</h2>
      {group === 'more' && <p class="soft">{t.sharing.moreLead}</p>}
      {words.map((one) => (
        <div key={one.category} class="sharing-switch">
          <Switch label={one.name} meaning={one.words} on={on.includes(one.category)} onChange={(next) => onSet(one.category, next)} />
          <SwitchPreview words={one} name={name} />
        </div>
      ))}
    </section>
  );
}
