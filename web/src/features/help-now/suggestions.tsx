/** What to try, the best first, each with why; above it who to call when it is very strong. */
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { aloneLine, crisisLine, emergencyLine, programLines, type HelpLine } from '../../lib/help-lines';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { openWith } from '../../offline/practised';
import { ButtonOut } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import type { Asked } from './help-now-screen';
import { useRanking, type Offer } from './use-ranking';

/** From here on people come before exercises (chosen). */
const CALL_FIRST_FROM = 8;
const CALL_FIRST_FOR: readonly Asked[] = ['about_to_use', 'panic'];

interface Moment {
  need: Asked;
  level: number;
}

export function Suggestions(moment: Moment): JSX.Element {
  const callFirst = moment.level >= CALL_FIRST_FROM && CALL_FIRST_FOR.includes(moment.need);
  return (
    <>
      {callFirst && <CallFirst need={moment.need} />}
      <Ranked {...moment} />
    </>
  );
}

function CallFirst({ need }: { need: Asked }): JSX.Element {
  const { program } = useDevice().me;
  const using = need === 'about_to_use';
  const others: HelpLine[] = [...(using ? [aloneLine()] : []), ...(program ? programLines(program) : [])];
  return (
    <section class="card stack-small help-now-calls" aria-labelledby="call-first">
      <h2 id="call-first">{using ? t.helpNow.callFirstUse : t.helpNow.callFirst}</h2>
      <ul>
        {[crisisLine(), emergencyLine(), ...others].map((line, at) => (
          <CallRow key={line.name} line={line} first={at === 0} />
        ))}
      </ul>
    </section>
  );
}

/** One line to call, in little room: the list of exercises must stay in reach. */
function CallRow({ line: { name, call, text }, first }: { line: HelpLine; first: boolean }): JSX.Element {
  return (
    <li class="help-now-call">
      <span class="strong">{name}</span>
      <span class="help-now-call-ways">
        {text && (
          <ButtonOut href={text.href} icon="text" look="secondary" label={`${text.label}, ${name}`}>
            {text.label}
          </ButtonOut>
        )}
        {call && (
          <ButtonOut href={call.href} icon="call" look={first ? 'primary' : 'secondary'} label={`${t.help.call(call.number)}, ${name}`}>
            {t.help.call(call.number)}
          </ButtonOut>
        )}
      </span>
    </li>
  );
}

function Ranked({ need, level }: Moment): JSX.Element {
  const { offers, isPending, error, refetch } = useRanking(need, level);
  if (!offers) return isPending ? <Loading lines={3} /> : <Failure offline={isOffline(error)} offlineBody={t.helpNow.offlineBody} onRetry={refetch} />;
  const [first, ...others] = offers;
  return (
    <section class="stack-small" aria-labelledby="try-this">
      <h2 id="try-this">{t.helpNow.tryThis}</h2>
      <p class="hidden-visually" role="status">
        {t.helpNow.found(offers.length)}
      </p>
      {first === undefined && <p class="soft">{t.helpNow.none}</p>}
      <ol class="help-now-offers">
        {first && <OfferRow key={first.slug} offer={first} moment={{ need, level }} first />}
        {others.map((offer) => (
          <OfferRow key={offer.slug} offer={offer} moment={{ need, level }} />
        ))}
      </ol>
    </section>
  );
}

function OfferRow({ offer, moment, first = false }: { offer: Offer; moment: Moment; first?: boolean }): JSX.Element {
  const { vault } = useDevice();
  const { slug, title, summary, minutes, because } = offer;
  return (
    <li>
      <Link to={`/skills/${slug}`} class={first ? 'card help-now-offer help-now-first' : 'card help-now-offer'} onFollow={() => void openWith(vault, slug, { need: moment.need, before: moment.level })}>
        {first && <span class="help-now-badge">{t.helpNow.tryFirst}</span>}
        <span class="help-now-offer-title">{title}</span>
        <span class="help-now-why">
          <Icon name="leaf" />
          {because}
        </span>
        <span class="soft small">
          {t.helpNow.minutes(minutes)} · {summary}
        </span>
      </Link>
    </li>
  );
}
