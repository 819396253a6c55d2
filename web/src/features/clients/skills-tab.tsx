/** A client's practising: what is assigned, what works, and what was practised. */
import './skills-tab.css';
import '../../ui/figures.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { clientSkillsQuery } from '../../api/client-skills';
import { isOffline } from '../../api/problem';
import type { Mine } from '../../api/skills';
import { shortDate } from '../../lib/dates';
import { signedNumber } from '../../lib/intl';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Assignments } from './assignments';
import { Practices } from './practices';

export function SkillsTab({ client }: { client: string }): JSX.Element {
  return (
    <div class="client-skills">
      <div class="stack">
        <Assignments client={client} />
        <Practices client={client} />
      </div>
      <WhatWorks client={client} />
    </div>
  );
}

function WhatWorks({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientSkillsQuery(client));
  return (
    <section class="stack-small" aria-labelledby="what-works">
      <h2 id="what-works">{t.clientSkills.worksTitle}</h2>
      <Asked query={found} isOffline={isOffline}>
        {(mine) => (mine.by_need.length + mine.top.length === 0 ? <p class="soft">{t.clientSkills.worksNone}</p> : <Tables mine={mine} />)}
      </Asked>
    </section>
  );
}

function Tables({ mine: { top, by_need: byNeed } }: { mine: Mine }): JSX.Element {
  return (
    <>
      {top.length > 0 && (
        <Sums
          caption={t.clientSkills.worksTop}
          heads={[t.clientSkills.skill, t.clientSkills.tried, t.clientSkills.change, t.clientSkills.lastOn]}
          rows={top.map(({ title, tried, mean_change, last_on }) => [title, String(tried), signed(mean_change), shortDate(last_on, language)])}
        />
      )}
      {byNeed.length > 0 && (
        <Sums
          caption={t.clientSkills.worksByNeed}
          heads={[t.clientSkills.need, t.clientSkills.tried, t.clientSkills.change]}
          rows={byNeed.map(({ need, tried, mean_change }) => [t.skills.needs[need], String(tried), signed(mean_change)])}
        />
      )}
      <p class="soft small">{t.clientSkills.easing}</p>
    </>
  );
}

/** The server counts an easing as above nought; a chart of ratings goes down then. */
const signed = (easing: number | null): string =>
  easing === null ? '–' : signedNumber(-easing, language);

function Sums({ caption, heads, rows }: { caption: string; heads: readonly string[]; rows: readonly string[][] }): JSX.Element {
  return (
    <div class="card sums">
      <table class="figures">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
