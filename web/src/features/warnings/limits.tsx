/** Above how many points a version tells at this site, how often that happens, and to whom. */
import '../../ui/figures.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { limitsQuery, type FoundLimits, type Rate, type RuleLimits, type Share } from '../../api/warnings';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { figure, percent, points } from './numbers';

export function Limits({ version }: { version: string }): JSX.Element {
  const limits = useQuery(limitsQuery(version));
  return (
    <section class="stack-small">
      <h2>{t.warnings.limitsTitle}</h2>
      <Asked query={limits} isOffline={isOffline}>
        {(known) => (
          <>
            <p>
              {t.warnings.chosen(known.per_month)} {known.is_own && known.found ? t.warnings.limitsOwn(known.found.client_days) : t.warnings.limitsShipped}
            </p>
            <LimitTable known={known} />
            {known.found && known.found.groups.length > 0 && <Groups found={known.found} />}
          </>
        )}
      </Asked>
    </section>
  );
}

function LimitTable({ known: { limits, found } }: { known: RuleLimits }): JSX.Element {
  const words = t.warnings.columns;
  const rates = found?.rates;
  return (
    <div class="figures-scroll">
      <table class="figures">
        <Heads names={[words.tier, words.limit, words.rate, words.interval]} />
        <tbody>
          {(['high', 'medium', 'watch'] as const).map((tier) => (
            <Line key={tier} cells={[t.warnings.tiers[tier], points(limits[tier]), ...rateOf(rates?.[tier])]} />
          ))}
          {rates && <Line cells={[t.warnings.told, '', ...rateOf(rates.told)]} />}
        </tbody>
      </table>
    </div>
  );
}

function rateOf(rate: Rate | undefined): [string, string] {
  if (!rate) return [t.warnings.unknown, ''];
  const [low, high] = [figure(rate.low), figure(rate.high)];
  return [figure(rate.per_month) ?? t.warnings.unknown, low && high ? `${low}–${high}` : ''];
}

function Groups({ found }: { found: FoundLimits }): JSX.Element {
  const words = t.warnings.groupColumns;
  return (
    <>
      <h3>{t.warnings.groupsTitle}</h3>
      <p class="soft small">{t.warnings.groupsLead}</p>
      <div class="figures-scroll">
        <table class="figures">
          <Heads names={[words.group, words.clients, words.rate, words.found, words.right]} />
          <tbody>
            {found.groups.map(({ kind, value, clients, rate, sensitivity, right }) => (
              <Line key={`${kind} ${value}`} cells={[`${t.warnings.groupKinds[kind]}: ${value}`, clients === null ? t.warnings.withheld : String(clients), figure(rate?.per_month ?? null) ?? '', shareOf(sensitivity), shareOf(right)]} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export function shareOf(share: Share | null): string {
  if (share === null) return '';
  if (share.share === null || share.low === null || share.high === null) return t.warnings.unknown;
  return t.warnings.share(percent(share.share), percent(share.low), percent(share.high), share.of);
}

function Heads({ names }: { names: readonly string[] }): JSX.Element {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line({ cells: [first, ...rest] }: { cells: readonly string[] }): JSX.Element {
  return (
    <tr>
      <th scope="row">{first}</th>
      {rest.map((cell, at) => (
        <td key={at}>{cell}</td>
      ))}
    </tr>
  );
}
