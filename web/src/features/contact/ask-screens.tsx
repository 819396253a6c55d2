/** Asking staff to contact me: at any time, and in a hard moment. Works with no line. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { reachQuery } from '../../api/contact';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { askForContact, type Wish } from '../../offline/contact';
import { useDevice } from '../../offline/device';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Why } from '../../ui/why';
import { AskedFor } from './asked-for';

export function AskScreen(): JSX.Element {
  return <Ask distress={false} />;
}

export function AskNowScreen(): JSX.Element {
  return <Ask distress />;
}

function Ask({ distress }: { distress: boolean }): JSX.Element {
  const [asked, setAsked] = useState<string>();
  if (asked !== undefined) return <AskedFor id={asked} onAgain={() => setAsked(undefined)} />;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to={distress ? '/help' : '/me'}>{distress ? t.common.help : t.common.me}</BackLink>
        <h1>{t.contact.title}</h1>
        <p class="lead">{t.contact.lead}</p>
      </header>
      <Notice tone="warm" icon="help">
        {t.contact.danger}
      </Notice>
      <AskForm distress={distress} onAsked={setAsked} />
    </div>
  );
}

type How = NonNullable<Wish['how']>;
type BestTime = NonNullable<Wish['best_time']>;

function AskForm({ distress, onAsked }: { distress: boolean; onAsked: (id: string) => void }): JSX.Element {
  const { outbox } = useDevice();
  const [how, setHow] = useState<How>('call');
  const [bestTime, setBestTime] = useState<BestTime>(distress ? 'now' : 'any');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const phone = usePhone(how);
  const send = async (): Promise<void> => {
    setChecked(true);
    if (phone.missing || busy) return;
    setBusy(true);
    onAsked(await askForContact(outbox, { distress, how, best_time: bestTime, phone: phone.sent }));
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Choices legend={t.contact.how} choices={optionsOf(t.contact.hows)} value={how} onChange={(value) => setHow(value as How)} />
      <Why about={t.contact.how} of="contactHow" />
      {how !== 'in_person' && <TextField type="tel" inputMode="tel" autoComplete="tel" label={t.contact.phone} value={phone.value} onChange={phone.change} error={checked && phone.missing ? t.contact.phoneNeed : undefined} />}
      {how !== 'in_person' && <Why about={t.contact.phone} of="contactPhone" />}
      <Choices legend={t.contact.bestTime} choices={optionsOf(t.contact.bestTimes)} value={bestTime} onChange={(value) => setBestTime(value as BestTime)} />
      <Why about={t.contact.bestTime} of="contactTime" />
      <Button type="submit" wide busy={busy}>
        {t.contact.send}
      </Button>
    </form>
  );
}

/** The number to use: what is typed, else the one that the program knows; none for a talk in person. */
function usePhone(how: How) {
  const known = useQuery(reachQuery).data?.reach?.phone;
  const [typed, change] = useState<string>();
  const value = typed ?? known ?? '';
  const sent = how === 'in_person' ? '' : value.trim();
  return { value, change, sent, missing: how !== 'in_person' && sent === '' };
}
