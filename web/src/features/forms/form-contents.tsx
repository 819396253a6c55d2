/** What a questionnaire asks, how it is scored, and what of its file was left aside. */
import type { JSX } from 'preact';

import type { Preview } from '../../api/questionnaire-library';
import { questionsIn, type Item } from '../../lib/questionnaire';
import { t } from '../../lib/strings';

type Contents = Pick<Preview, 'form' | 'scoring' | 'left_aside'>;

export function FormContents({ form, scoring, left_aside }: Contents): JSX.Element {
  return (
    <>
      <section class="card stack-small" aria-labelledby="form-questions">
        <h2 id="form-questions">{t.forms.questions}</h2>
        <Items items={form.items} />
        {form.attribution !== '' && <p class="soft small">{form.attribution}</p>}
      </section>
      <section class="card stack-small" aria-labelledby="form-scoring">
        <h2 id="form-scoring">{t.forms.scoring}</h2>
        {scoring ? <Scoring scoring={scoring} items={form.items} /> : <p class="soft">{t.forms.scoringNone}</p>}
      </section>
      {left_aside.length > 0 && (
        <section class="card stack-small" aria-labelledby="form-aside">
          <h2 id="form-aside">{t.forms.leftAside}</h2>
          <ul class="form-list">
            {left_aside.map(({ what, reason }) => (
              <li key={what}>
                <code>{what}</code> {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Items({ items }: { items: readonly Item[] }): JSX.Element {
  return (
    <ol class="form-items">
      {items.map((item) => (
        <li key={item.link_id} class="stack-small">
          <p>{item.text}</p>
          <p class="soft small">
            {aboutOf(item)} · <code>{item.link_id}</code>
          </p>
          {item.options.length > 0 && <p class="soft small">{item.options.map(({ text }) => text).join(' / ')}</p>}
          {item.items.length > 0 && <Items items={item.items} />}
        </li>
      ))}
    </ol>
  );
}

const aboutOf = ({ type, required, repeats, enable_when }: Item): string =>
  [t.forms.types[type], required && t.forms.required, repeats && t.forms.repeats, enable_when.length > 0 && t.forms.conditional].filter(Boolean).join(' · ');

function Scoring({ scoring, items }: { scoring: NonNullable<Preview['scoring']>; items: readonly Item[] }): JSX.Element {
  const words = new Map(questionsIn(items).map(({ link_id, text }) => [link_id, text]));
  return (
    <>
      <p class="strong">{scoring.name}</p>
      <p>{t.forms.scoringSum(scoring.items.length, scoring.low, scoring.high)}</p>
      {scoring.items.some(({ reversed }) => reversed) && (
        <p class="soft small">
          {t.forms.reversed} {scoring.items.flatMap(({ link_id, reversed }) => (reversed ? [words.get(link_id) ?? link_id] : [])).join(', ')}
        </p>
      )}
      <p class="soft small">{t.forms.missing(scoring.allowed_missing)}</p>
      {scoring.bands.length > 0 && (
        <ul class="form-list" aria-label={t.forms.bands}>
          {scoring.bands.map((band) => (
            <li key={band.from}>
              <span class="strong">
                {band.from}–{band.to}
              </span>{' '}
              {[band.word, band.plain && `“${band.plain}”`].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {scoring.critical.length > 0 && (
        <ul class="form-list" aria-label={t.forms.critical}>
          {scoring.critical.map(({ link_id, at_least, kind }) => (
            <li key={link_id}>{t.forms.criticalOne(words.get(link_id) ?? link_id, at_least, t.forms.kinds[kind])}</li>
          ))}
        </ul>
      )}
    </>
  );
}
