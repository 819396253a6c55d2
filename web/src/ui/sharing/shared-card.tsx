/** What one client shares, with the scope and the notice that travel with it. The client's preview is this very drawing. */
import './sharing.css';

import type { ComponentChildren, JSX } from 'preact';

import { fullDate } from '../../lib/dates';
import { isOwnRequest } from '../../lib/own-request';
import { language, t } from '../../lib/strings';
import { Icon } from '../icon';
import { SECTIONS, type SharedCardShown } from './card';
import { CallAsked, SupportRole, Thanks } from './said';
import { Attendance, CheckIns, Goals, Milestones, Skills } from './counted';
import { Appointments, Craving, Mood, Sleep } from './trends';

interface SharedCardProps {
  card: SharedCardShown;
  level?: 2 | 3;
  /** The ways to answer a call; a preview has none. */
  onCall?: ComponentChildren;
}

export function SharedCard({ card, level = 2, onCall }: SharedCardProps): JSX.Element {
  const Heading = level === 2 ? 'h2' : 'h3';
  const bare = SECTIONS.every((key) => card[key] === null);
  return (
    <article class="shared-card">
      <Heading class="shared-card-title">{t.sharedCard.title(card.client_name)}</Heading>
      {bare && <p>{t.sharedCard.only(card.client_name)}</p>}
      <SharedParts card={card} level={level} onCall={onCall} />
      <Scope {...card} />
      <PrivateNotice text={card.notice.text} />
    </article>
  );
}

/** Only what stands on the card, without the paper around it. */
export function SharedParts({ card, level = 2, onCall }: SharedCardProps): JSX.Element {
  return (
    <>
      <CallAsked card={card} level={level} onCall={onCall} />
      <Thanks shown={card.message_of_thanks} level={level} />
      <Mood shown={card.mood_trend} level={level} />
      <Sleep shown={card.sleep_trend} level={level} />
      <Craving shown={card.craving_band} level={level} />
      <Attendance shown={card.attendance} level={level} />
      <CheckIns shown={card.streak} level={level} />
      <Skills shown={card.skills_practised} level={level} />
      <Goals shown={card.goals_milestones} level={level} />
      <Milestones shown={card.sobriety_milestone} level={level} />
      <SupportRole shown={card.safety_contact_role} level={level} />
      <Appointments shown={card.appointment_times} level={level} />
    </>
  );
}

function Scope({ explanation, purpose, until }: Pick<SharedCardShown, 'explanation' | 'purpose' | 'until'>): JSX.Element {
  return (
    <section class="shared-part" aria-label={t.sharedCard.scopeTitle}>
      <p>{explanation}</p>
      <dl class="facts">
        <dt>{t.sharedCard.purpose}</dt>
        <dd>{isOwnRequest(purpose) ? t.sharedCard.ownRequest : purpose}</dd>
        <dt>{t.sharedCard.until}</dt>
        <dd>{fullDate(until, language)}</dd>
      </dl>
    </section>
  );
}

/** The statement of the regulation, word for word, under its sense in plain words. */
export function PrivateNotice({ text }: { text: string }): JSX.Element {
  return (
    <aside class="shared-notice stack-small" aria-label={t.sharedCard.noticeTitle}>
      <p class="shared-notice-title">
        <Icon name="lock" />
        {t.sharedCard.noticeTitle}
      </p>
      <p>{t.sharedCard.noticePlain}</p>
      <p class="small">{text}</p>
    </aside>
  );
}
