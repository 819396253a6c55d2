/** What an Intensive Outpatient Program is, for somebody who has never heard of one. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Hills } from '../../ui/hills';
import { AboutPage } from './about-page';

export function AboutScreen(): JSX.Element {
  const { overview } = t.about;
  return (
    <AboutPage
      name="overview"
      title={overview.title}
      lead={overview.lead}
      picture={
        <div class="about-picture">
          <Hills light="morning" />
        </div>
      }
    >
      <dl class="about-facts" aria-label={overview.factsLabel}>
        {overview.facts.map(({ value, label }) => (
          <div key={label} class="card about-fact">
            <dt class="soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section class="stack-small" aria-labelledby="about-for">
        <h2 id="about-for">{overview.forTitle}</h2>
        <p>{overview.forLead}</p>
        <ul class="about-points">
          {overview.forWhom.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <Day />
      <section class="stack-small" aria-labelledby="about-home">
        <h2 id="about-home">{overview.homeTitle}</h2>
        <p>{overview.homeBody}</p>
      </section>
    </AboutPage>
  );
}

function Day(): JSX.Element {
  const { dayTitle, dayLead, day } = t.about.overview;
  return (
    <section class="stack-small" aria-labelledby="about-day">
      <h2 id="about-day">{dayTitle}</h2>
      <p>{dayLead}</p>
      <ol class="card about-day">
        {day.map(({ title, body }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p class="soft">{body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
