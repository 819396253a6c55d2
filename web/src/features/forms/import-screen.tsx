/** Bringing in a questionnaire: choose the file, look at what it becomes, import it. */
import './forms.css';

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/compat';

import type { FileProblem } from '../../api/questionnaire-library';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextArea, TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { FormContents } from './form-contents';
import { licenceOptions } from './form-screen';
import { ScoringForm } from './scoring-form';
import { useImport, type HowScored, type Importing } from './use-import';

export function ImportScreen(): JSX.Element {
  const importing = useImport();
  const { draft, preview, isFresh } = importing;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/forms">{t.forms.back}</BackLink>
        <h1>{t.forms.importTitle}</h1>
        <p class="lead">{t.forms.importLead}</p>
      </header>
      <FilePicker importing={importing} />
      {draft.file !== '' && <About importing={importing} />}
      <Refused importing={importing} />
      {draft.file !== '' && <Moves importing={importing} />}
      {preview && isFresh && (
        <>
          <p role="status">{preview.known ? t.forms.known : t.forms.ready(preview.title)}</p>
          <FormContents form={preview.form} scoring={preview.scoring} left_aside={preview.left_aside} />
        </>
      )}
    </div>
  );
}

function FilePicker({ importing: { draft, choose } }: { importing: Importing }): JSX.Element {
  return (
    <div class="card stack-small">
      <label class="field">
        <span class="field-label">{t.forms.file}</span>
        <input
          type="file"
          class="field-box"
          accept=".json,application/json,application/fhir+json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) choose(file);
          }}
        />
      </label>
      <p class="soft small">{draft.fileName === '' ? t.forms.fileHint : t.forms.fileChosen(draft.fileName)}</p>
    </div>
  );
}

function About({ importing: { draft, change, preview } }: { importing: Importing }): JSX.Element {
  const how = (['file', 'ready', 'written'] as const).map((value) => ({ value, label: t.forms.how[value] }));
  const ready = [{ value: '', label: t.common.choose }, ...optionsOf(t.forms.readyOnes)];
  return (
    <div class="card stack">
      <TextField label={t.forms.key} hint={t.forms.keyHint} maxLength={60} value={draft.key} onChange={(key) => change({ key })} />
      <SelectField label={t.forms.licence} options={[{ value: '', label: t.forms.licenceKnown }, ...licenceOptions()]} value={draft.licence} onChange={(licence) => change({ licence })} />
      <TextArea label={t.forms.attribution} hint={t.forms.attributionHint} value={draft.attribution} onChange={(attribution) => change({ attribution })} />
      <div class="stack-small">
        <p class="field-label" aria-hidden="true">
          {t.forms.scoring}
        </p>
        <Choices compact="pills" legend={t.forms.scoring} choices={how} value={draft.how} onChange={(value) => change({ how: value as HowScored })} />
        <p class="soft small">{t.forms.howMeans[draft.how]}</p>
      </div>
      {draft.how === 'ready' && <SelectField label={t.forms.readyScoring} options={ready} value={draft.ready} onChange={(value) => change({ ready: value })} />}
      {draft.how === 'written' && (preview ? <ScoringForm scoring={draft.scoring} items={preview.form.items} onChange={(scoring) => change({ scoring })} /> : <p>{t.forms.previewFirst}</p>)}
    </div>
  );
}

function Refused({ importing: { problems, trouble } }: { importing: Importing }): JSX.Element | null {
  const heading = useRef<HTMLHeadingElement>(null);
  const count = problems.length;
  useEffect(() => {
    if (count > 0) heading.current?.focus();
  }, [count, problems]);
  if (trouble !== undefined) {
    return (
      <Notice tone="warm" urgent>
        {trouble}
      </Notice>
    );
  }
  if (count === 0) return null;
  return (
    <section class="card stack-small" aria-labelledby="form-refused">
      <h2 id="form-refused" ref={heading} tabIndex={-1}>
        {t.forms.refused(count)}
      </h2>
      <p>{t.forms.refusedBody}</p>
      <ul class="form-list">
        {problems.map((problem) => (
          <ProblemRow key={`${problem.path} ${problem.sentence}`} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function ProblemRow({ problem: { path, sentence } }: { problem: FileProblem }): JSX.Element {
  return (
    <li>
      <code>{path}</code> {sentence}
    </li>
  );
}

function Moves({ importing: { busy, isFresh, look, bring } }: { importing: Importing }): JSX.Element {
  return (
    <div class="moves">
      <Button look={isFresh ? 'secondary' : 'primary'} busy={busy} onClick={look}>
        {t.forms.preview}
      </Button>
      {isFresh && (
        <Button busy={busy} onClick={bring}>
          {t.forms.import}
        </Button>
      )}
    </div>
  );
}
