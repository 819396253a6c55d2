/** Every questionnaire that was imported, with its state. For administrators. */
import './forms.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { versionsQuery, type Version } from '../../api/questionnaire-library';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';
import { RowLink } from '../../ui/row-link';

export function FormsScreen(): JSX.Element {
  const found = useInfiniteQuery(versionsQuery);
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.forms.title}</h1>
        <p class="lead">{t.forms.lead}</p>
      </header>
      <div>
        <ButtonLink to="/forms/new" icon="plus">
          {t.forms.add}
        </ButtonLink>
      </div>
      <RowLink to="/outcomes" icon="chart" title={t.forms.outcomes}>
        {t.forms.outcomesAbout}
      </RowLink>
      <RowLink to="/warnings" icon="bell" title={t.forms.warnings}>
        {t.forms.warningsAbout}
      </RowLink>
      <Pages query={found} isOffline={isOffline} more={t.forms.more} empty={<Message level={2} icon="card" title={t.forms.none} body={t.forms.noneBody} />}>
        {(versions) => (
          <ul class="stack-small">
            {versions.map((version) => (
              <li key={version.id}>
                <VersionRow version={version} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

function VersionRow({ version: { id, title, language, version, licence, state, scored, imported_at } }: { version: Version }): JSX.Element {
  const about = [t.forms.languages[language] ?? language, version && t.forms.versionOf(version), scored ? t.forms.scored : t.forms.notScored, t.forms.importedOn(dayOf(imported_at))];
  return (
    <RowLink
      to={`/forms/${id}`}
      icon="card"
      title={title}
      state={
        <span class="row">
          <StateChip state={state} />
          <LicenceChip licence={licence} />
        </span>
      }
    >
      {about.filter(Boolean).join(' · ')}
    </RowLink>
  );
}

export function StateChip({ state }: { state: Version['state'] }): JSX.Element {
  return <Chip tone={state === 'active' ? 'calm' : 'plain'}>{t.forms.states[state]}</Chip>;
}

export function LicenceChip({ licence }: { licence: Version['licence'] }): JSX.Element {
  const forbids = licence === 'permission_needed' || licence === 'not_available';
  return (
    <Chip tone={forbids ? 'warm' : 'plain'} {...(forbids && { icon: 'lock' as const })}>
      {t.forms.licences[licence]}
    </Chip>
  );
}
