/** A scoring while it is written, and the shape in which it is sent. Pure. */
import type { WrittenScoring } from '../../api/questionnaire-library';

export interface BandDraft {
  from: string;
  to: string;
  word: string;
  plain: string;
}

export interface CriticalDraft {
  link_id: string;
  at_least: string;
  kind: 'self_harm' | 'suicide_intent' | 'suicide_act' | 'other';
}

export interface ScoringDraft {
  name: string;
  items: string[];
  reversed: string[];
  bands: BandDraft[];
  critical: CriticalDraft[];
  allowed_missing: string;
  multiplier: string;
}

export const emptyScoring = (): ScoringDraft => ({ name: '', items: [], reversed: [], bands: [], critical: [], allowed_missing: '0', multiplier: '1' });
export const emptyBand = (): BandDraft => ({ from: '', to: '', word: '', plain: '' });
export const emptyCritical = (): CriticalDraft => ({ link_id: '', at_least: '1', kind: 'self_harm' });

/** What is no number goes as it is written, so that the server can say what is wrong with it. */
const numberOf = (text: string): number => (text.trim() === '' || Number.isNaN(Number(text)) ? (text as unknown as number) : Number(text));

export function scoringBody({ name, items, reversed, bands, critical, allowed_missing, multiplier }: ScoringDraft): WrittenScoring {
  return {
    name: name.trim(),
    items,
    reversed: reversed.filter((one) => items.includes(one)),
    bands: bands.map(({ from, to, word, plain }) => ({ from: numberOf(from), to: numberOf(to), word: word.trim(), ...(plain.trim() !== '' && { plain: plain.trim() }) })),
    critical: critical.map(({ link_id, at_least, kind }) => ({ link_id, at_least: numberOf(at_least), kind })),
    allowed_missing: numberOf(allowed_missing),
    multiplier: numberOf(multiplier),
  };
}
