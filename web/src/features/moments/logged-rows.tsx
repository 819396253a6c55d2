/** One urge or lapse of before, with a way to add to it; and one that is not sent yet. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Lapse, Urge } from '../../api/moments';
import { dayName } from '../../lib/day-of';
import { clockTime, deviceTimezone } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { logUrge, tellLapse, type LapseWords, type UrgeWords } from '../../offline/moments';
import type { Work } from '../../offline/queue';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { LapseForm } from './lapse-form';
import { UrgeDetails } from './urge-details';

export function UrgeRow({ urge, today }: { urge: Urge; today: string }): JSX.Element {
  const { outbox } = useDevice();
  const name = `${dayName(urge.on, today)}, ${clockTime(urge.recorded_at, deviceTimezone(), language)}`;
  const about = [...urge.triggers.map((one) => t.moments.urge.trigger[one]), ...placeOf(urge), ...urge.did.map((one) => t.moments.urge.doing[one])];
  return (
    <li class="card moment-row stack-small">
      <p class="row row-apart">
        <span class="strong">{name}</span>
        <span>{t.moments.logged.strength(urge.intensity, urge.after)}</span>
      </p>
      {about.length > 0 && <p class="soft">{about.join(' · ')}</p>}
      {urge.clock_suspect && <p class="soft small">{t.moments.logged.clockNote}</p>}
      <Adding name={name}>{(close) => <UrgeDetails open words={urgeWords(urge)} onSave={(next) => logUrge(outbox, urge.entry, next, urge.on).then(close)} />}</Adding>
    </li>
  );
}

// Nothing said is an empty word, which the list of kinds does not name.
const placeOf = ({ place }: Urge): string[] => ((place as string) === '' ? [] : [t.moments.urge.places[place]]);

/** What was logged, in the shape in which it is sent again. */
const urgeWords = ({ intensity, toward, after, acted, triggers, trigger_words, place, did, did_words, version }: Urge): UrgeWords => ({
  intensity, toward, after, acted, triggers, trigger_words, place, did, did_words, base_version: version,
});

export function LapseRow({ lapse, today }: { lapse: Lapse; today: string }): JSX.Element {
  const { outbox } = useDevice();
  const name = `${dayName(lapse.on, today)}${partOf(lapse)}`;
  const said = [lapse.what, lapse.led_to, lapse.learned].filter(Boolean);
  return (
    <li class="card moment-row stack-small">
      <p class="strong">{name}</p>
      {said.map((words) => (
        <p key={words} class="moment-words">
          {words}
        </p>
      ))}
      {lapse.needs.length > 0 && <p class="soft">{lapse.needs.map((need) => t.moments.lapse.need[need]).join(' · ')}</p>}
      {lapse.clock_suspect && <p class="soft small">{t.moments.logged.clockNote}</p>}
      <Adding name={name}>{(close) => <LapseForm bare fixedDay words={lapseWords(lapse)} today={today} onSend={(next) => tellLapse(outbox, lapse.entry, next).then(close)} />}</Adding>
    </li>
  );
}

const partOf = ({ part_of_day: part }: Lapse): string => ((part as string) === '' ? '' : `, ${t.moments.lapse.parts[part].toLowerCase()}`);

const lapseWords = ({ on, part_of_day, what, led_to, learned, needs, need_words, version }: Lapse): LapseWords => ({
  on, part_of_day, what, led_to, learned, needs, need_words, base_version: version,
});

/** A button that gives way to a form, and comes back when it is done. */
function Adding({ name, children }: { name: string; children: (close: () => void) => ComponentChildren }): JSX.Element {
  const [open, setOpen] = useState(false);
  if (open) return <>{children(() => setOpen(false))}</>;
  return (
    <div>
      <Button look="quiet" expanded={false} label={t.moments.logged.addNamed(name)} onClick={() => setOpen(true)}>
        {t.moments.logged.add}
      </Button>
    </div>
  );
}

export function UnsentRow({ work: { kind, body, state }, today }: { work: Work; today: string }): JSX.Element {
  const { on, intensity, after = null } = body as { on: string; intensity?: number; after?: number | null };
  return (
    <li class="card moment-row stack-small">
      <p class="row row-apart">
        <span class="strong">
          {t.today.kindOfWork[kind]} · {dayName(on, today)}
        </span>
        {intensity !== undefined && <span>{t.moments.logged.strength(intensity, after)}</span>}
      </p>
      <p role="status">
        <Chip tone="warm" icon="phone">
          {state === 'waiting' ? t.common.savedHere : t.moments.logged.look}
        </Chip>
      </p>
    </li>
  );
}
