/** The turns and the gaps of a week, day by day, on the clock of the program. Pure. */
import type { Gap, Place, Shift } from '../../api/rota';
import { shiftDay } from '../../lib/dates';
import { momentAt } from '../../lib/wall-clock';

export const PLACES: readonly Place[] = ['on_call', 'backup', 'supervisor', 'director'];

interface Span {
  starts_at: string;
  ends_at: string;
}

/** What reaches into a day; a turn through the night is on both. */
export function ofDay<T extends Span>(spans: readonly T[], day: string, zone: string): T[] {
  const from = Date.parse(momentAt(day, 0, zone));
  const until = Date.parse(momentAt(shiftDay(day, 1), 0, zone));
  return spans.filter(({ starts_at, ends_at }) => Date.parse(starts_at) < until && Date.parse(ends_at) > from).sort((a, b) => a.starts_at.localeCompare(b.starts_at));
}

/** The part of a span that lies in a day. */
export function withinDay({ starts_at, ends_at }: Span, day: string, zone: string): Span {
  const from = momentAt(day, 0, zone);
  const until = momentAt(shiftDay(day, 1), 0, zone);
  return {
    starts_at: Date.parse(starts_at) < Date.parse(from) ? from : starts_at,
    ends_at: Date.parse(ends_at) > Date.parse(until) ? until : ends_at,
  };
}

export interface DayOfRota {
  day: string;
  gaps: Gap[];
  places: { place: Place; shifts: Shift[] }[];
}

export const daysOf = (rota: { shifts: readonly Shift[]; gaps: readonly Gap[] }, days: readonly string[], zone: string): DayOfRota[] =>
  days.map((day) => {
    const shifts = ofDay(rota.shifts, day, zone);
    return {
      day,
      gaps: ofDay(rota.gaps, day, zone).map((gap) => withinDay(gap, day, zone)),
      places: PLACES.map((place) => ({ place, shifts: shifts.filter((shift) => shift.place === place) })),
    };
  });
