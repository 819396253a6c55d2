/** Closing an alert: what was done, how the client is, when they were reached, a note; and whether it was of use. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Resolution } from '../../api/types';
import { deviceTimezone, localDay } from '../../lib/dates';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { TextArea, TextField } from '../../ui/field';
import { contactedAt, isWithoutContact, type Reached } from './contacted';
import { FormFrame } from './form-frame';

interface ResolveFormProps {
  saving: boolean;
  onCancel: () => void;
  onResolve: (resolution: Resolution) => void;
}

interface Draft {
  action?: Resolution['action'];
  outcome?: Resolution['outcome'];
  note: string;
  reached?: Reached;
  other: { day: string; time: string };
  useful?: 'yes' | 'no';
  because?: Exclude<NonNullable<Resolution['useless_because']>, ''>;
}

export function ResolveForm({ saving, onCancel, onResolve }: ResolveFormProps): JSX.Element {
  const [draft, setDraft] = useState<Draft>({ note: '', other: { day: '', time: '' } });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const missing = (given: unknown): string | undefined => (asked && !given ? t.alerts.required : undefined);
  const save = (): void => {
    setAsked(true);
    const resolution = resolutionOf(draft);
    if (resolution) onResolve(resolution);
  };
  return (
    <FormFrame title={t.alerts.resolveTitle} save={t.alerts.resolve} busy={saving} onSave={save} onCancel={onCancel}>
      <Choices legend={t.alerts.action} choices={optionsOf(t.alerts.actions)} value={draft.action} onChange={(value) => change({ action: value as Resolution['action'] })} error={missing(draft.action)} />
      <Choices legend={t.alerts.outcome} choices={optionsOf(t.alerts.outcomes)} value={draft.outcome} onChange={(value) => change({ outcome: value as Resolution['outcome'] })} error={missing(draft.outcome)} />
      {draft.outcome !== undefined && !isWithoutContact(draft.outcome) && <WhenReached draft={draft} change={change} error={missing(momentOf(draft))} />}
      <TextArea label={t.alerts.note} hint={t.alerts.noteHint} value={draft.note} onChange={(note) => change({ note })} error={missing(draft.note.trim())} />
      <Usefulness draft={draft} change={change} error={missing(draft.useful !== 'no' || draft.because)} />
    </FormFrame>
  );
}

interface PartProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  error: string | undefined;
}

function WhenReached({ draft: { reached, other }, change, error }: PartProps): JSX.Element {
  return (
    <>
      <Choices legend={t.alerts.contacted} choices={optionsOf(t.alerts.contactedWhen)} value={reached} onChange={(value) => change({ reached: value as Reached })} error={reached === 'other' ? undefined : error} />
      {reached === 'other' && (
        <div class="row">
          <TextField type="date" label={t.alerts.contactedDay} value={other.day || localDay(new Date(), deviceTimezone())} onChange={(day) => change({ other: { ...other, day } })} />
          <TextField type="time" label={t.alerts.contactedTime} value={other.time} onChange={(time) => change({ other: { ...other, time } })} error={error && t.alerts.contactedPast} />
        </div>
      )}
    </>
  );
}

function Usefulness({ draft: { useful, because }, change, error }: PartProps): JSX.Element {
  return (
    <>
      <Choices legend={t.alerts.useful} hint={t.alerts.usefulHint} choices={optionsOf({ yes: t.common.yes, no: t.common.no })} value={useful} onChange={(value) => change({ useful: value as 'yes' | 'no' })} />
      {useful === 'no' && <Choices legend={t.alerts.because} choices={optionsOf(t.alerts.becauses)} value={because} onChange={(value) => change({ because: value as NonNullable<Draft['because']> })} error={error} />}
    </>
  );
}

const momentOf = ({ reached, other }: Draft): string | undefined => contactedAt(reached, other, new Date(), deviceTimezone());

/** What is sent; undefined while something is missing. */
function resolutionOf(draft: Draft): Resolution | undefined {
  const { action, outcome } = draft;
  const note = draft.note.trim();
  const contacted = isWithoutContact(outcome) ? null : momentOf(draft);
  const opinion = opinionOf(draft);
  if (!action || !outcome || !note || contacted === undefined || !opinion) return undefined;
  return { action, outcome, note, contacted_at: contacted, ...opinion };
}

/** Undefined while it is not said what was wrong. */
function opinionOf({ useful, because }: Draft): Pick<Resolution, 'useful' | 'useless_because'> | undefined {
  if (useful === 'no') return because && { useful: false, useless_because: because };
  return { useful: useful === undefined ? null : true, useless_because: '' };
}
