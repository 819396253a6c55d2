/** A medication while it is written. Pure. */
import type { MedicationBody } from '../../api/client-medications';
import type { Medication } from '../../api/medications';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';

export interface MedicationDraft {
  name: string;
  dose: string;
  prescriber: string;
  isMat: boolean;
  asNeeded: boolean;
  /** As written, such as “8:00, 20:00”. */
  times: string;
  weekdays: readonly string[];
  refill: string;
  from: string;
}

const EVERY_DAY = 7;
const EMPTY: MedicationDraft = { name: '', dose: '', prescriber: '', isMat: false, asNeeded: false, times: '', weekdays: [], refill: '', from: '' };

export function draftOf(medication: Medication | undefined): MedicationDraft {
  if (!medication) return EMPTY;
  const { name, dose_text: dose, prescriber, is_mat: isMat, as_needed: asNeeded, times, weekdays, refill_on: refill, active_from: from } = medication;
  return {
    name,
    dose,
    prescriber,
    isMat,
    asNeeded,
    times: times.map(fieldOfMinute).join(', '),
    weekdays: weekdays.length === EVERY_DAY ? [] : weekdays.map(String),
    refill: refill ?? '',
    from,
  };
}

/** The minutes of the day, or undefined where one cannot be read. */
export function readTimes(text: string): number[] | undefined {
  const minutes = text
    .split(/[,;\s]+/)
    .filter((part) => part !== '')
    .map((part) => (/^\d{1,2}:\d\d$/.test(part) ? minuteOfField(part.padStart(5, '0')) : undefined));
  const read = minutes.filter((minute) => minute !== undefined);
  return read.length === minutes.length ? [...new Set(read)].sort((a, b) => a - b) : undefined;
}

/** Undefined where something is missing or cannot be read. */
export function bodyOf(draft: MedicationDraft, isNew: boolean): MedicationBody | undefined {
  const { name, dose, prescriber, isMat, asNeeded, weekdays, refill, from } = draft;
  const times = asNeeded ? [] : readTimes(draft.times);
  if (name.trim() === '' || dose.trim() === '' || times === undefined) return undefined;
  return {
    name: name.trim(),
    dose_text: dose.trim(),
    prescriber: prescriber.trim(),
    is_mat: isMat,
    as_needed: asNeeded,
    times,
    weekdays: asNeeded ? [] : weekdays.map(Number).sort((a, b) => a - b),
    refill_on: dayOrNull(refill),
    // Since when is said once, when it comes onto the list.
    active_from: isNew ? dayOrNull(from) : null,
  };
}

const dayOrNull = (day: string): string | null => (day === '' ? null : day);
