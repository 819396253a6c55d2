/** What set an urge off, where, what was done, and how strong it is now. Every answer is optional. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import type { UrgeWords } from '../../offline/moments';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { Scale } from '../../ui/scale';
import { Why } from '../../ui/why';
import { Pills } from './pills';
import { useBusy } from './use-busy';

interface UrgeDetailsProps {
  words: UrgeWords;
  onSave: (words: UrgeWords) => Promise<void>;
  /** Shown at once rather than behind a button. */
  open?: boolean;
}

const LONGEST = 500;
export function UrgeDetails({ words, onSave, open = false }: UrgeDetailsProps): JSX.Element {
  const [asked, setAsked] = useState(open);
  return asked ? <Details words={words} onSave={onSave} bare={open} /> : (
    <Button look="secondary" wide onClick={() => setAsked(true)}>
      {t.moments.urge.more}
    </Button>
  );
}

function Details({ words, onSave, bare }: Omit<UrgeDetailsProps, 'open'> & { bare: boolean }): JSX.Element {
  const [draft, setDraft] = useState(words);
  const [saved, setSaved] = useState(false);
  const { busy, run } = useBusy();
  const change = (part: Partial<UrgeWords>): void => {
    setSaved(false);
    setDraft((now) => ({ ...now, ...part }));
  };
  return (
    <section class={bare ? 'stack' : 'card stack'} aria-labelledby="urge-more">
      <header class="stack-small">
        <h2 id="urge-more">{t.moments.urge.more}</h2>
        <p class="soft">{t.moments.urge.moreBody}</p>
      </header>
      <WhatAndWhere draft={draft} onChange={change} />
      <WhatWasDone draft={draft} onChange={change} />
      <Scale legend={t.moments.urge.after} low={t.moments.urge.low} high={t.moments.urge.high} value={draft.after} onChange={(after) => change({ after })} />
      <Why about={t.moments.urge.after} of="urgeAfter" />
      <Button wide busy={busy} onClick={() => run(() => onSave(draft).then(() => setSaved(true)))}>
        {t.moments.urge.saveMore}
      </Button>
      <p role="status" class="soft">
        {saved ? t.moments.urge.savedMore : ''}
      </p>
    </section>
  );
}

interface PartProps {
  draft: UrgeWords;
  onChange: (part: Partial<UrgeWords>) => void;
}

function WhatAndWhere({ draft, onChange }: PartProps): JSX.Element {
  const { urge } = t.moments;
  return (
    <>
      <Pills legend={urge.toward} choices={optionsOf(urge.towards)} value={draft.toward ?? 'use'} onChange={(value) => onChange({ toward: value as NonNullable<UrgeWords['toward']> })} />
      <Why about={urge.toward} of="urgeToward" />
      <CheckList legend={urge.triggers} options={optionsOf(urge.trigger)} values={draft.triggers ?? []} onChange={(values) => onChange({ triggers: values as NonNullable<UrgeWords['triggers']> })} />
      {draft.triggers?.includes('other') && (
        <TextField label={urge.triggerWords} maxLength={LONGEST} value={draft.trigger_words ?? ''} onChange={(value) => onChange({ trigger_words: value })} />
      )}
      <Why about={urge.triggers} of="urgeTriggers" />
      <Pills legend={urge.place} hint={urge.placeHint} choices={optionsOf(urge.places)} value={draft.place} onChange={(value) => onChange({ place: value as NonNullable<UrgeWords['place']> })} />
      <Why about={urge.place} of="urgePlace" />
    </>
  );
}

function WhatWasDone({ draft, onChange }: PartProps): JSX.Element {
  const { urge } = t.moments;
  const choices = [
    { value: 'no', label: t.common.no },
    { value: 'yes', label: t.common.yes },
  ];
  return (
    <>
      <CheckList legend={urge.did} options={optionsOf(urge.doing)} values={draft.did ?? []} onChange={(values) => onChange({ did: values as NonNullable<UrgeWords['did']> })} />
      {draft.did?.includes('other') && <TextField label={urge.didWords} maxLength={LONGEST} value={draft.did_words ?? ''} onChange={(value) => onChange({ did_words: value })} />}
      <Why about={urge.did} of="urgeDid" />
      <Pills legend={urge.acted} choices={choices} value={draft.acted == null ? undefined : draft.acted ? 'yes' : 'no'} onChange={(value) => onChange({ acted: value === 'yes' })} />
      <Why about={urge.acted} of="urgeActed" />
    </>
  );
}
