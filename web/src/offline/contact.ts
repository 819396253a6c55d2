/** Asking to be contacted goes through the queue: it is on this phone first, and counts once. */
import { useEffect, useState } from 'preact/compat';

import type { ContactBody } from '../api/contact';
import { deviceTimezone } from '../lib/dates';
import { newSubmissionId } from '../lib/ids';
import { useDevice, useOutbox } from './device';
import { recall } from './keeping';
import type { Outbox } from './outbox';
import type { Work } from './queue';
import { CONTACT_ANSWER } from './sync';

export type Wish = Pick<ContactBody, 'distress' | 'how' | 'best_time' | 'phone'>;

/** Its name, once it is safe on the device. */
export async function askForContact(outbox: Outbox, wish: Wish): Promise<string> {
  const id = newSubmissionId();
  const body: ContactBody = { submission_id: id, timezone: deviceTimezone(), recorded_at: new Date().toISOString(), ...wish };
  await outbox.add({ id, kind: 'contact', path: '/api/v1/me/contact-requests/', body: { ...body } });
  return id;
}

export interface Asked {
  /** Still on this phone: waiting, or refused. */
  work: Work | undefined;
  /** What the server said when it came: when a person will see it. */
  words: string | undefined;
}

export function useContactAsked(id: string): Asked {
  const { vault } = useDevice();
  const work = useOutbox().work.find((one) => one.id === id);
  const [words, setWords] = useState<string>();
  const left = work === undefined;
  useEffect(() => {
    if (!left) return undefined;
    let current = true;
    void recall(vault, CONTACT_ANSWER)
      .catch(() => undefined)
      .then((kept) => {
        const answer = kept as { id: string; words: string } | undefined;
        if (current && answer?.id === id) setWords(answer.words);
      });
    return () => {
      current = false;
    };
  }, [vault, id, left]);
  return { work, words };
}
