/** The limits of the fixed rules while they are typed, and as they are sent. Pure. */
import type { OwnThresholds, ThresholdsBody } from '../../api/client-warnings';

/** Least and most of each, as the server takes them. */
export const RANGES = {
  craving_at_once: { least: 1, most: 10 },
  craving_repeated: { least: 1, most: 10 },
  short_sleep_hours: { least: 0, most: 12 },
  repeated_days: { least: 1, most: 3 },
  gap_days_if_regular: { least: 1, most: 14 },
  gap_days_if_irregular: { least: 1, most: 28 },
};

export type Limit = keyof typeof RANGES;
export const LIMITS = Object.keys(RANGES) as Limit[];

/** What stands in each box; empty: as in the program. */
export type ThresholdDraft = Record<Limit, string>;

export const draftOf = (set: OwnThresholds | null): ThresholdDraft =>
  Object.fromEntries(LIMITS.map((name) => [name, set?.[name] == null ? '' : String(Number(set[name]))])) as ThresholdDraft;

export const isWhole = (name: Limit): boolean => name !== 'short_sleep_hours';

/** Whether a box holds a number that cannot be sent. Hours may be halves or tenths. */
export function isWrong(name: Limit, text: string): boolean {
  const written = text.trim();
  if (written === '') return false;
  const { least, most } = RANGES[name];
  const number = Number(written);
  return !(isWhole(name) ? /^\d+$/ : /^\d+(\.\d)?$/).test(written) || number < least || number > most;
}

export function bodyOf(draft: ThresholdDraft, reason: string): ThresholdsBody {
  const whole = (name: Limit): number | null => (draft[name].trim() === '' ? null : Number(draft[name]));
  return {
    craving_at_once: whole('craving_at_once'),
    craving_repeated: whole('craving_repeated'),
    short_sleep_hours: draft.short_sleep_hours.trim() || null,
    repeated_days: whole('repeated_days'),
    gap_days_if_regular: whole('gap_days_if_regular'),
    gap_days_if_irregular: whole('gap_days_if_irregular'),
    reason: reason.trim(),
  };
}
