/** How I am reached, in order: the first that works is used. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import { contactPointsQuery, type Channel, type Preferences } from '../../api/reminders';
import { lazyWithWords, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Switch } from '../../ui/switch';
import { Devices } from './devices';

/** Proving who one is comes with it: only for who wants texts. */
const Phone = lazyWithWords(['proof', 'reminders'], () => import('./phone').then((m) => m.Phone));

interface ChannelsProps {
  wishes: Preferences;
  onChange: (channels: Channel[]) => void;
}

const ALL: readonly Channel[] = ['push', 'email', 'sms'];

export function Channels({ wishes, onChange }: ChannelsProps): JSX.Element {
  const { channels, channels_on: here, push_key: pushKey } = wishes;
  const points = useQuery(contactPointsQuery).data ?? [];
  // What this program has not set up is neither shown nor counted; a wish for it is kept.
  const used = channels.filter((channel) => here.includes(channel));
  const away = channels.filter((channel) => !here.includes(channel));
  const unused = ALL.filter((channel) => here.includes(channel) && !used.includes(channel));
  const change = (wanted: Channel[]): void => onChange([...wanted, ...away]);
  const pushable = pushKey !== '' && here.includes('push');
  return (
    <section class="card stack-small" aria-labelledby="channels">
      <h2 id="channels">{t.reminders.how.title}</h2>
      <p>{t.reminders.how.lead}</p>
      <ol class="channels">
        {[...used, ...unused].map((channel) => (
          <ChannelRow key={channel} channel={channel} at={used.indexOf(channel)} of={used.length} onUp={(at) => change(swapped(used, at))} onUse={(use) => change(use ? [...used, channel] : used.filter((one) => one !== channel))} />
        ))}
      </ol>
      {used.length === 0 && <p class="soft">{t.reminders.how.none}</p>}
      {pushable && used.includes('push') && <Devices pushKey={pushKey} points={points.filter(({ channel }) => channel === 'push')} />}
      {used.includes('sms') && (
        <Suspense fallback={null}>
          <Phone points={points.filter(({ channel }) => channel === 'sms')} />
        </Suspense>
      )}
    </section>
  );
}

/** The same channels with the one at a place moved one up. */
function swapped(channels: readonly Channel[], at: number): Channel[] {
  const moved = [...channels];
  const [channel] = moved.splice(at, 1);
  if (channel) moved.splice(at - 1, 0, channel);
  return moved;
}

interface ChannelRowProps {
  channel: Channel;
  /** Its place in the order; below nought when it is not used. */
  at: number;
  of: number;
  onUp: (at: number) => void;
  onUse: (use: boolean) => void;
}

function ChannelRow({ channel, at, of, onUp, onUse }: ChannelRowProps): JSX.Element {
  const words = t.reminders.how.channels[channel] ?? { title: channel, about: '' };
  return (
    <li class="channel">
      <Switch label={at >= 0 && of > 1 ? `${t.reminders.how.order(at + 1)} ${words.title}` : words.title} on={at >= 0} meaning={words.about} onChange={onUse} />
      {at > 0 && (
        <Button look="quiet" icon="up" label={t.reminders.how.up(words.title)} onClick={() => onUp(at)}>
          {t.reminders.how.upShort}
        </Button>
      )}
    </li>
  );
}
