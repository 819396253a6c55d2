/** What relatives chose to share, with the notice that must travel with it. View only, one of them at a time. */
import './family.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import type { FamilyShared } from '../../api/types';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { RowLink } from '../../ui/row-link';
import { PrivateNotice, SharedCard } from '../../ui/sharing/shared-card';
import { CallActions } from './call-actions';
import { NoteToClient } from './note-to-client';
import { Rules } from './rules';
import { useShared, type Shared } from './use-shared';

export function FamilyScreen(): JSX.Element {
  const shared = useShared();
  return (
    <div class="page stack">
      <h1>{t.family.title}</h1>
      <Contents shared={shared} />
    </div>
  );
}

function Contents({ shared }: { shared: Shared }): JSX.Element {
  const { page, error } = shared;
  if (error) {
    return (
      <>
        <Failure offline={isOffline(error)} offlineBody={t.family.offlineBody} onRetry={shared.retry} />
        <Elsewhere />
      </>
    );
  }
  if (!page) return <Loading lines={4} />;
  if (!page.rules.read) return <Rules rules={page.rules} notice={page.notice.text} onRead={shared.noteRulesRead} />;
  return page.sharing === 'on' ? <Cards page={page} onCall={shared.look} /> : <Off page={page} />;
}

/** The same for whoever stopped, paused, never began: one sentence of the server's, and what stays open. */
function Off({ page }: { page: FamilyShared }): JSX.Element {
  return (
    <>
      <section class="card stack-small">
        <h2>{page.words}</h2>
        <p class="soft">{t.family.offBody}</p>
      </section>
      <Elsewhere />
      <div class="shared-notice-alone">
        <PrivateNotice text={page.notice.text} />
      </div>
    </>
  );
}

function Elsewhere(): JSX.Element {
  return (
    <div class="stack-small">
      <RowLink to="/learn" icon="skills" title={t.family.learn}>
        {t.family.learnAbout}
      </RowLink>
      <RowLink to="/support" icon="lifebuoy" title={t.family.support}>
        {t.family.supportAbout}
      </RowLink>
    </div>
  );
}

type Card = FamilyShared['shared'][number];

/** Two people who share are never on the screen together. */
function Cards({ page: { shared }, onCall }: { page: FamilyShared; onCall: () => void }): JSX.Element | null {
  const [picked, setPicked] = useState<string>();
  const waiting = shared.find(({ crisis_contact: asked }) => asked?.call);
  const card = shared.find(({ client }) => client === picked) ?? waiting ?? shared[0];
  if (!card) return null;
  return (
    <>
      {shared.length > 1 && (
        <Choices
          legend={t.family.whose}
          compact="segments"
          value={card.client}
          onChange={setPicked}
          choices={shared.map((one) => ({ value: one.client, label: nameOn(one) }))}
        />
      )}
      <OneCard key={card.client} card={card} onCall={onCall} />
    </>
  );
}

const nameOn = ({ client_name: name, crisis_contact: asked }: Card): string => (asked?.call ? `${name} · ${t.sharedCard.call}` : name);

function OneCard({ card, onCall }: { card: Card; onCall: () => void }): JSX.Element {
  const call = card.crisis_contact?.call;
  return (
    <>
      <SharedCard card={card} onCall={call ? <CallActions key={call.id} call={call} onOver={onCall} /> : undefined} />
      {card.message_of_thanks !== null && <NoteToClient client={card.client} name={card.client_name} />}
    </>
  );
}
