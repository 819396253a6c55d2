/** Today's times of one medication, each to be marked as taken or missed, or left open. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { markMedication, marksQuery, type Mark, type Medication } from '../../api/medications';
import { sentenceOf } from '../../api/trouble';
import { timesOn } from '../../lib/medication-times';
import { clockOfMinute } from '../../lib/minutes';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Notice } from '../../ui/notice';

const CHOICES: readonly Mark[] = ['taken', 'missed'];

export function TodayMarks({ medication, today }: { medication: Medication; today: string }): JSX.Element | null {
  const queries = useQueryClient();
  const marks = useQuery(marksQuery(today)).data;
  const marking = useMutation({
    mutationFn: markMedication,
    onSettled: () => queries.invalidateQueries({ queryKey: marksQuery(today).queryKey }),
  });
  const times = timesOn(medication, today);
  if (times.length === 0 || marks === undefined) return null;
  const set = (minute: number, mark: Mark): void => marking.mutate({ medication: medication.id, on: today, minute, mark });
  return (
    <div class="stack-small medication-today">
      <p class="strong">{t.care.medications.today}</p>
      {times.map((minute) => (
        <OneTime key={minute} name={medication.name} minute={minute} mark={marks.find((mark) => mark.medication_id === medication.id && mark.minute === minute)?.mark} onMark={(mark) => set(minute, mark)} />
      ))}
      {marking.isError && (
        <Notice tone="warm" urgent>
          {sentenceOf(marking.error)}
        </Notice>
      )}
      <p class="soft small">{t.care.medications.markWhy}</p>
    </div>
  );
}

interface OneTimeProps {
  name: string;
  minute: number;
  mark: Mark | undefined;
  onMark: (mark: Mark) => void;
}

function OneTime({ name, minute, mark, onMark }: OneTimeProps): JSX.Element {
  const time = clockOfMinute(minute, language);
  return (
    <div class="row">
      <span class="medication-time">{time}</span>
      <Choices
        legend={t.care.medications.markTime(name, time)}
        compact="pills"
        choices={CHOICES.map((value) => ({ value, label: t.care.medications.marks[value] ?? value }))}
        value={mark}
        onChange={(value) => onMark(value as Mark)}
      />
      {mark !== undefined && (
        <Button look="quiet" label={`${t.care.medications.clear}: ${t.care.medications.markTime(name, time)}`} onClick={() => onMark('cleared')}>
          {t.care.medications.clear}
        </Button>
      )}
    </div>
  );
}
