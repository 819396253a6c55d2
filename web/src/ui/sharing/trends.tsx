/** Bands in kind words, and when appointments are. Never a number, never a day. */
import type { JSX } from 'preact';

import { localDay, shortMoment, weekday } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { zoneName } from '../../lib/zone-name';
import { BandInWords } from './band';
import type { SharedCardShown } from './card';
import { NothingYet, Part, type Level } from './part';

interface Of<K extends keyof SharedCardShown> {
  shown: SharedCardShown[K];
  level: Level;
}

export function Mood({ shown, level }: Of<'mood_trend'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.mood} icon="today" level={level} days={shown}>
      <BandInWords labels={t.sharedCard.bandLabels} here={shown.band} words={t.sharedCard.bands[shown.band]} note={t.sharedCard.bandNote} />
    </Part>
  );
}

export function Sleep({ shown, level }: Of<'sleep_trend'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.sleep} icon="wave" level={level} days={shown}>
      <BandInWords labels={t.sharedCard.sleepLabels} here={shown.band} words={t.sharedCard.sleepBands[shown.band]} note={t.sharedCard.bandNote} />
    </Part>
  );
}

export function Craving({ shown, level }: Of<'craving_band'>): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.craving} icon="leaf" level={level} days={shown}>
      <BandInWords labels={t.sharedCard.levelLabels} here={shown.band} words={t.sharedCard.levels[shown.band]} note={t.sharedCard.bandNote} />
    </Part>
  );
}

export function Appointments({ shown, level }: Of<'appointment_times'>): JSX.Element | null {
  if (!shown) return null;
  const { timezone: zone, appointments } = shown;
  return (
    <Part title={t.sharedCard.appointments} icon="calendar" level={level}>
      {appointments.length === 0 ? (
        <NothingYet />
      ) : (
        <>
          <ul class="shared-list">
            {appointments.map(({ starts_at: at }) => (
              <li key={at}>
                <span>
                  {weekday(localDay(new Date(at), zone), language)}, {shortMoment(at, zone, language)}
                </span>
                <span class="soft">{t.sharedCard.appointment}</span>
              </li>
            ))}
          </ul>
          <p class="soft small">{t.sharedCard.zone(zoneName(zone, language))}</p>
        </>
      )}
    </Part>
  );
}
