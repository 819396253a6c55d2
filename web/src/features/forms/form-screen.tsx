/** One imported questionnaire: let it be asked, take it out, keep its licence. */
import './forms.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { activateVersion, changeLicence, retireVersion, versionQuery, VERSIONS_KEY, type Licence, type VersionDetail } from '../../api/questionnaire-library';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';
import { FormContents } from './form-contents';
import { LicenceChip, StateChip } from './forms-screen';

export function FormScreen({ id = '' }: { id?: string }): JSX.Element {
  const found = useQuery(versionQuery(id));
  return (
    <div class="page stack">
      <BackLink to="/forms">{t.forms.back}</BackLink>
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(version) => (
          <>
            <header class="stack-small">
              <h1>{version.title}</h1>
              <p class="soft">{[t.forms.languages[version.language] ?? version.language, version.url].filter(Boolean).join(' · ')}</p>
              <div class="row">
                <StateChip state={version.state} />
                <LicenceChip licence={version.licence} />
              </div>
            </header>
            <Moves version={version} />
            <LicenceCard version={version} />
            <FormContents form={version.form} scoring={version.scoring} left_aside={version.left_aside} />
          </>
        )}
      </Asked>
    </div>
  );
}

function Moves({ version: { id, state } }: { version: VersionDetail }): JSX.Element {
  const activating = useSending(() => activateVersion(id), [VERSIONS_KEY]);
  const retiring = useSending(() => retireVersion(id), [VERSIONS_KEY]);
  const error = activating.error ?? retiring.error;
  return (
    <div class="stack-small">
      {error && (
        <Notice tone="warm" urgent>
          {sentenceOf(error)}
        </Notice>
      )}
      <div class="row">
        {state !== 'active' && (
          <Button busy={activating.isPending} onClick={() => activating.mutate(undefined)}>
            {t.forms.activate}
          </Button>
        )}
        {state === 'active' && (
          <Button look="secondary" busy={retiring.isPending} onClick={() => retiring.mutate(undefined)}>
            {t.forms.retire}
          </Button>
        )}
      </div>
      <p class="soft small">{state === 'active' ? t.forms.retireMeans : t.forms.activateMeans}</p>
    </div>
  );
}

function LicenceCard({ version }: { version: VersionDetail }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <section class="card stack-small" aria-labelledby="form-licence">
      <div class="row row-apart">
        <h2 id="form-licence">{t.forms.licence}</h2>
        {!open && (
          <Button look="quiet" icon="edit" onClick={() => setOpen(true)}>
            {t.forms.licenceChange}
          </Button>
        )}
      </div>
      {open ? (
        <LicenceForm version={version} onClose={() => setOpen(false)} />
      ) : (
        <>
          <p>{t.forms.licences[version.licence]}</p>
          {version.attribution !== '' && <p class="soft small">{version.attribution}</p>}
        </>
      )}
    </section>
  );
}

export const licenceOptions = (): { value: string; label: string }[] => optionsOf(t.forms.licences);

function LicenceForm({ version, onClose }: { version: VersionDetail; onClose: () => void }): JSX.Element {
  const [licence, setLicence] = useState<Licence>(version.licence);
  const [attribution, setAttribution] = useState(version.attribution);
  const saving = useSending(() => changeLicence(version.id, { licence, attribution: attribution.trim() }), [VERSIONS_KEY], onClose);
  return (
    <SmallForm bare save={t.forms.licenceSave} busy={saving.isPending} trouble={saving.error ? sentenceOf(saving.error) : undefined} onSave={() => saving.mutate(undefined)} onClose={onClose}>
      <SelectField label={t.forms.licence} options={licenceOptions()} value={licence} onChange={(value) => setLicence(value as Licence)} />
      <TextArea label={t.forms.attribution} hint={t.forms.attributionHint} value={attribution} onChange={setAttribution} />
    </SmallForm>
  );
}
