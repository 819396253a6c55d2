/** One note of a family: who, about whom, what they ask, and whether somebody read it. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { acknowledgeNote, STAFF_NOTES, type StaffNote } from '../../api/staff-sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { Button, ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { LinkForm } from './link-form';

const momentOf = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function NoteItem({ note }: { note: StaffNote }): JSX.Element {
  const { writer_name: writer, wish, about, text, phone, urgent, written_at: written, read } = note;
  return (
    <li class={urgent && !read ? 'card stack-small note-urgent' : 'card stack-small'}>
      <div class="row row-apart">
        <h2>{writer}</h2>
        {urgent ? (
          <Chip tone="warm" icon="help">
            {t.staffSharing.urgent}
          </Chip>
        ) : (
          <Chip>{t.staffSharing.wishes[wish]}</Chip>
        )}
      </div>
      <p class="soft small">{[urgent && t.staffSharing.wishes[wish], t.staffSharing.about(about), t.staffSharing.written(momentOf(written))].filter(Boolean).join(' · ')}</p>
      <p class="note-words">{text}</p>
      {phone !== '' && (
        <div>
          <ButtonOut href={`tel:${phone}`} look="secondary" icon="phone" label={`${t.staffSharing.callBack}: ${phone}`}>
            {phone}
          </ButtonOut>
        </div>
      )}
      <AboutClient note={note} />
      {read ? <p class="soft small">{t.staffSharing.readBy(t.staffSharing.roles[read.role] ?? read.role, momentOf(read.at))}</p> : <Acknowledge note={note} />}
    </li>
  );
}

function AboutClient({ note: { id, client, linked_by_staff: byStaff, writer_name: writer } }: { note: StaffNote }): JSX.Element {
  const { roles } = useDevice().me;
  const [linking, setLinking] = useState(false);
  if (client) {
    return (
      <p>
        {t.staffSharing.client}: {roles.includes('clinician') ? <Link to={`/clients/${client.id}`}>{client.name}</Link> : client.name}
        {byStaff && <span class="soft"> ({t.staffSharing.byStaff})</span>}
      </p>
    );
  }
  if (linking) return <LinkForm note={id} onClose={() => setLinking(false)} />;
  return (
    <div class="row">
      <p class="soft">{t.staffSharing.unlinked}</p>
      {roles.includes('administrator') && (
        <Button look="quiet" label={t.staffSharing.linkNamed(writer)} onClick={() => setLinking(true)}>
          {t.staffSharing.link}
        </Button>
      )}
    </div>
  );
}

function Acknowledge({ note: { id, writer_name: writer } }: { note: StaffNote }): JSX.Element {
  const reading = useSending(acknowledgeNote, [STAFF_NOTES]);
  return (
    <>
      {reading.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(reading.error)}
        </Notice>
      )}
      <div>
        <Button icon="check" busy={reading.isPending} label={t.staffSharing.acknowledgeNamed(writer)} onClick={() => reading.mutate(id)}>
          {t.staffSharing.acknowledge}
        </Button>
      </div>
    </>
  );
}
