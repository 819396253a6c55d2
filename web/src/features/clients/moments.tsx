/** The urges a client logged and the lapses they told of in one week. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { clientLapsesQuery, clientUrgesQuery, type Lapse, type Urge } from '../../api/moments';
import { isOffline } from '../../api/problem';
import { deviceTimezone, longDay, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Chip } from '../../ui/chip';

interface WeekProps {
  client: string;
  from: string;
  to: string;
}

export function Urges({ client, from, to }: WeekProps): JSX.Element {
  const found = useQuery(clientUrgesQuery(client, from, to));
  return (
    <section class="stack-small" aria-labelledby="client-urges">
      <h2 id="client-urges">{t.clientCheckIns.urges}</h2>
      <Asked query={found} isOffline={isOffline}>
        {(urges) =>
          urges.length === 0 ? (
            <p class="soft">{t.clientCheckIns.urgesNone}</p>
          ) : (
            <ul class="stack-small">
              {urges.map((urge) => (
                <UrgeRow key={urge.entry} urge={urge} />
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}

function UrgeRow({ urge }: { urge: Urge }): JSX.Element {
  const words = t.clientCheckIns;
  return (
    <li class="card moment stack-small">
      <div class="row row-apart">
        <h3>{words.strength(urge.intensity, urge.after)}</h3>
        <p class="soft small">{shortMoment(urge.recorded_at, deviceTimezone(), language)}</p>
      </div>
      <p>{[words.towards[urge.toward], placeOf(urge), actedOf(urge)].filter(Boolean).join(' · ')}</p>
      {setOffBy(urge) !== '' && <p class="soft">{words.setOff(setOffBy(urge))}</p>}
      {whatWasDone(urge) !== '' && <p class="soft">{words.did(whatWasDone(urge))}</p>}
      <Marks row={urge} />
    </li>
  );
}

// Nothing said is an empty word, which the list of kinds does not name.
const placeOf = ({ place }: Urge): string => ((place as string) === '' ? '' : t.moments.urge.places[place]);
const actedOf = ({ acted }: Urge): string => (acted === null ? '' : acted ? t.clientCheckIns.acted : t.clientCheckIns.notActed);
const listOf = (named: readonly string[], words: string): string => [...named, words].filter((one) => one !== '').join(', ');
const setOffBy = ({ triggers, trigger_words: words }: Urge): string => listOf(triggers.map((one) => t.moments.urge.trigger[one]), words);
const whatWasDone = ({ did, did_words: words }: Urge): string => listOf(did.map((one) => t.moments.urge.doing[one]), words);

export function Lapses({ client, from, to }: WeekProps): JSX.Element {
  const found = useQuery(clientLapsesQuery(client, from, to));
  return (
    <section class="stack-small" aria-labelledby="client-lapses">
      <h2 id="client-lapses">{t.clientCheckIns.lapses}</h2>
      <Asked query={found} isOffline={isOffline}>
        {(lapses) =>
          lapses.length === 0 ? (
            <p class="soft">{t.clientCheckIns.lapsesNone}</p>
          ) : (
            <>
              <p class="soft small">{t.clientCheckIns.lapseLead}</p>
              <ul class="stack-small">
                {lapses.map((lapse) => (
                  <LapseRow key={lapse.entry} lapse={lapse} />
                ))}
              </ul>
            </>
          )
        }
      </Asked>
    </section>
  );
}

function LapseRow({ lapse }: { lapse: Lapse }): JSX.Element {
  const words = t.clientCheckIns;
  const part = (lapse.part_of_day as string) === '' ? '' : `, ${t.moments.lapse.parts[lapse.part_of_day].toLowerCase()}`;
  return (
    <li class="card moment stack-small">
      <h3>
        {longDay(lapse.on, language)}
        {part}
      </h3>
      {lapse.mistaken ? (
        <p>{words.mistaken}</p>
      ) : (
        <>
          {lapse.what !== '' && <p>{lapse.what}</p>}
          <Said title={words.needs} words={listOf(lapse.needs.map((need) => t.moments.lapse.need[need]), lapse.need_words)} />
          <Said title={words.ledTo} words={lapse.led_to} />
          <Said title={words.learned} words={lapse.learned} />
        </>
      )}
      <Marks row={lapse} />
    </li>
  );
}

function Said({ title, words }: { title: string; words: string }): JSX.Element | null {
  if (words === '') return null;
  return (
    <p class="client-note">
      <span class="soft small">{title}</span>
      {'\n'}
      {words}
    </p>
  );
}

function Marks({ row }: { row: Urge | Lapse }): JSX.Element | null {
  const words = t.clientCheckIns;
  const marks = [row.version > 1 && words.changed(row.version - 1), row.late && words.late, row.clock_suspect && words.clock].filter((mark) => mark !== false);
  if (marks.length === 0) return null;
  return (
    <p class="row">
      {marks.map((mark) => (
        <Chip key={mark}>{mark}</Chip>
      ))}
    </p>
  );
}
