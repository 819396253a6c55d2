/** What is there for a family member themselves: the care team's letterbox, a look at strain, people who can help. */
import './support.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { resourcesQuery, type Place, type Relationship } from '../../api/support';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { RowLink } from '../../ui/row-link';
import { SelectField } from '../../ui/select-field';
import { ResourceCard } from './resource-card';

const ANYONE = '';

export function SupportScreen(): JSX.Element {
  return (
    <div class="page page-middle stack">
      <header class="stack-small">
        <h1>{t.support.title}</h1>
        <p class="lead">{t.support.lead}</p>
      </header>
      <div class="card row-group">
        <RowLink to="/support/strain" icon="leaf" title={t.support.strain}>
          {t.support.strainAbout}
        </RowLink>
        <RowLink to="/support/team" icon="text" title={t.support.team}>
          {t.support.teamAbout}
        </RowLink>
      </div>
      <Resources />
    </div>
  );
}

function Resources(): JSX.Element {
  const [relationship, setRelationship] = useState<Relationship | typeof ANYONE>(ANYONE);
  const [place, setPlace] = useState<Place>('ma');
  const asked = useQuery(resourcesQuery(relationship === ANYONE ? undefined : relationship, place));
  return (
    <section class="stack" aria-labelledby="resources">
      <h2 id="resources">{t.support.resources}</h2>
      <div class="support-filter">
        <SelectField
          label={t.support.relationship}
          value={relationship}
          onChange={(value) => setRelationship(value as Relationship)}
          options={[{ value: ANYONE, label: t.support.anyone }, ...optionsOf(t.support.relationships)]}
        />
        <SelectField label={t.support.place} value={place} onChange={(value) => setPlace(value as Place)} options={optionsOf(t.support.places)} />
      </div>
      <Asked query={asked} isOffline={isOffline} lines={5}>
        {({ resources }) => (
          <ul class="support-list" aria-live="polite">
            {resources.length === 0 && <li>{t.support.noResources}</li>}
            {resources.map((resource) => (
              <ResourceCard key={resource.slug} resource={resource} />
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}

const optionsOf = (names: Record<string, string>): { value: string; label: string }[] => Object.entries(names).map(([value, label]) => ({ value, label }));
