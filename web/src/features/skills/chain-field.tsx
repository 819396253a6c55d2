/** What led to what, one link after another, each of a kind. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { TextArea } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { Rows } from './rows';

export type LinkKind = keyof typeof t.skills.chain.kinds;

export interface ChainLink {
  kind: LinkKind;
  text: string;
}

interface ChainFieldProps {
  label: string;
  help: string;
  value: ChainLink[];
  onChange: (value: ChainLink[]) => void;
}

const MOST_LINKS = 20;

export function ChainField({ label, help, value, onChange }: ChainFieldProps): JSX.Element {
  const kinds = Object.entries(t.skills.chain.kinds).map(([kind, words]) => ({ value: kind, label: words }));
  return (
    <Rows<ChainLink> label={label} help={help} rows={value} empty={{ kind: 'thought', text: '' }} most={MOST_LINKS} add={t.skills.chain.add} onChange={onChange}>
      {(link, change, at) => (
        <>
          <SelectField label={t.skills.chain.kindOf(at + 1)} options={kinds} value={link.kind} onChange={(kind) => change({ ...link, kind: kind as LinkKind })} />
          <TextArea label={t.skills.chain.link(at + 1)} rows={2} maxLength={500} value={link.text} onChange={(text) => change({ ...link, text })} />
        </>
      )}
    </Rows>
  );
}
