/** Questions people ask before they come, each answer one tap away. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { AboutPage } from './about-page';

export function QuestionsScreen(): JSX.Element {
  const { title, lead, groups } = t.about.questions;
  return (
    <AboutPage name="questions" title={title} lead={lead}>
      {groups.map((group) => (
        <section key={group.title} class="stack-small">
          <h2>{group.title}</h2>
          <div class="card asked-list">
            {group.items.map(({ ask, answer }) => (
              <details key={ask} class="asked-item">
                <summary>{ask}</summary>
                <p>{answer}</p>
              </details>
            ))}
          </div>
        </section>
      ))}
    </AboutPage>
  );
}
