/** A series in plain words: how often, when, where, with whom, and with which skill. Pure. */
import { fullDate } from '../../lib/dates';
import { clockOfMinute, minuteOfField } from '../../lib/minutes';
import { ruleWords } from '../../lib/recurrence';
import { formatList } from '../../lib/intl';
import { language, t } from '../../lib/strings';
import { faultsOf, ruleOf, type SeriesDraft } from './series-draft';
import type { SessionChoices } from './use-choices';

export const timesWords = (minute: number, minutes: number): string => t.program.series.times(clockOfMinute(minute, language), clockOfMinute((minute + minutes) % (24 * 60), language));

/** Undefined while something that matters is missing. */
export function draftWords(draft: SeriesDraft, repeats: boolean, choices: SessionChoices): string | undefined {
  if (faultsOf(draft, repeats).some((fault) => fault !== 'title')) return undefined;
  return [...whenWords(draft, repeats), ...whereWords(draft, choices)].join(' ');
}

function whenWords(draft: SeriesDraft, repeats: boolean): string[] {
  const words = t.program.series;
  const times = timesWords(minuteOfField(draft.time) ?? 0, Number(draft.minutes));
  const day = fullDate(draft.from, language);
  if (!repeats) return [`${day}, ${times}.`];
  const when = words.sentence(ruleWords(ruleOf(draft), language), times, day);
  return draft.until === '' ? [when] : [when, words.endsBefore(fullDate(draft.until, language))];
}

function whereWords(draft: SeriesDraft, choices: SessionChoices): string[] {
  const words = t.program.series;
  const room = choices.rooms.find(({ id }) => id === draft.room);
  const names = choices.clinicians.filter(({ id }) => draft.clinicians.includes(id)).map(({ name }) => name);
  const skill = choices.skills.find(({ slug }) => slug === draft.skill);
  return [
    draft.place === 'room' ? words.in(room?.name ?? '') : words.byLink,
    words.with(formatList(names, language)),
    ...(skill ? [words.practise(skill.title)] : []),
  ];
}
