/** Writing how a questionnaire that nobody knows is scored: what is summed, what a total means, what alerts. */
import type { JSX } from 'preact';

import { optionsOf } from '../../lib/options';
import { questionsIn, type Item } from '../../lib/questionnaire';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { emptyBand, emptyCritical, type CriticalDraft, type ScoringDraft } from './scoring-draft';

interface ScoringFormProps {
  scoring: ScoringDraft;
  items: readonly Item[];
  onChange: (scoring: ScoringDraft) => void;
}

export function ScoringForm({ scoring, items, onChange }: ScoringFormProps): JSX.Element {
  const options = questionsIn(items).map(({ link_id, text }) => ({ value: link_id, label: text || link_id }));
  const change = (part: Partial<ScoringDraft>): void => onChange({ ...scoring, ...part });
  return (
    <div class="stack">
      <TextField label={t.forms.scoringName} maxLength={120} value={scoring.name} onChange={(name) => change({ name })} />
      <CheckList legend={t.forms.summed} options={options} values={scoring.items} onChange={(chosen) => change({ items: chosen })} />
      {scoring.items.length > 0 && (
        <CheckList legend={t.forms.reversedItems} options={options.filter(({ value }) => scoring.items.includes(value))} values={scoring.reversed} onChange={(reversed) => change({ reversed })} />
      )}
      <div class="form-numbers">
        <TextField label={t.forms.allowedMissing} inputMode="numeric" maxLength={3} value={scoring.allowed_missing} onChange={(allowed_missing) => change({ allowed_missing })} />
        <TextField label={t.forms.multiplier} inputMode="numeric" maxLength={3} value={scoring.multiplier} onChange={(multiplier) => change({ multiplier })} />
      </div>
      <Bands scoring={scoring} onChange={change} />
      <Criticals scoring={scoring} options={options} onChange={change} />
    </div>
  );
}

interface PartProps {
  scoring: ScoringDraft;
  onChange: (part: Partial<ScoringDraft>) => void;
}

const replaced = <T,>(rows: readonly T[], at: number, row: T): T[] => rows.map((one, n) => (n === at ? row : one));
const without = <T,>(rows: readonly T[], at: number): T[] => rows.filter((_, n) => n !== at);

function Bands({ scoring: { bands }, onChange }: PartProps): JSX.Element {
  return (
    <fieldset class="stack-small">
      <legend class="field-label">{t.forms.bands}</legend>
      {bands.map((band, at) => (
        <div key={at} class="form-row">
          {(['from', 'to', 'word', 'plain'] as const).map((part) => (
            <TextField key={part} label={t.forms.band[part]} maxLength={60} value={band[part]} onChange={(value) => onChange({ bands: replaced(bands, at, { ...band, [part]: value }) })} />
          ))}
          <Button look="quiet" label={t.forms.bandRemove(at + 1)} onClick={() => onChange({ bands: without(bands, at) })}>
            {t.forms.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button look="secondary" icon="plus" onClick={() => onChange({ bands: [...bands, emptyBand()] })}>
          {t.forms.bandAdd}
        </Button>
      </div>
    </fieldset>
  );
}

function Criticals({ scoring: { critical }, options, onChange }: PartProps & { options: readonly { value: string; label: string }[] }): JSX.Element {
  const kinds = optionsOf(t.forms.kinds);
  const write = (at: number, one: CriticalDraft): void => onChange({ critical: replaced(critical, at, one) });
  return (
    <fieldset class="stack-small">
      <legend class="field-label">{t.forms.critical}</legend>
      {critical.map((one, at) => (
        <div key={at} class="form-row">
          <SelectField label={t.forms.criticalItem} options={[{ value: '', label: t.common.choose }, ...options]} value={one.link_id} onChange={(link_id) => write(at, { ...one, link_id })} />
          <TextField label={t.forms.atLeast} inputMode="numeric" maxLength={4} value={one.at_least} onChange={(at_least) => write(at, { ...one, at_least })} />
          <SelectField label={t.forms.kind} options={kinds} value={one.kind} onChange={(kind) => write(at, { ...one, kind: kind as CriticalDraft['kind'] })} />
          <Button look="quiet" label={t.forms.criticalRemove(at + 1)} onClick={() => onChange({ critical: without(critical, at) })}>
            {t.forms.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button look="secondary" icon="plus" onClick={() => onChange({ critical: [...critical, emptyCritical()] })}>
          {t.forms.criticalAdd}
        </Button>
      </div>
    </fieldset>
  );
}
