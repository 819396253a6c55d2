/** Messages that could not be delivered, without names; chosen ones are sent again. */
import './program.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { DEAD_LETTERS, deadLettersQuery, replay, type DeadLetter } from '../../api/calls';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { ProgramFrame } from './program-page';

export function UndeliveredScreen(): JSX.Element {
  const found = useQuery(deadLettersQuery);
  const [sent, setSent] = useState<number>();
  const words = t.program.undelivered;
  return (
    <ProgramFrame section="undelivered">
      <p class="soft">{words.lead}</p>
      <div role="status">{sent !== undefined && <Notice icon="check">{words.replayed(sent)}</Notice>}</div>
      <Asked query={found} isOffline={isOffline}>
        {(letters) => (letters.length === 0 ? <Message level={2} icon="check" title={words.none} body={words.noneBody} /> : <Letters letters={letters} onSent={setSent} />)}
      </Asked>
    </ProgramFrame>
  );
}

function Letters({ letters, onSent }: { letters: readonly DeadLetter[]; onSent: (count: number) => void }): JSX.Element {
  const [wished, setWished] = useState<readonly string[]>([]);
  const chosen = letters.filter(({ id }) => wished.includes(id)).map(({ id }) => id);
  const sending = useSending(replay, [DEAD_LETTERS], (count) => {
    setWished([]);
    onSent(count);
  });
  const words = t.program.undelivered;
  return (
    <section class="stack-small" aria-label={words.choose}>
      <ul class="card program-rows">
        {letters.map((letter) => (
          <li key={letter.id}>
            <label class="undelivered-row">
              <input type="checkbox" checked={chosen.includes(letter.id)} onChange={(event) => setWished(event.currentTarget.checked ? [...chosen, letter.id] : chosen.filter((id) => id !== letter.id))} />
              <Words letter={letter} />
            </label>
          </li>
        ))}
      </ul>
      {sending.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(sending.error)}
        </Notice>
      )}
      <div class="row">
        {chosen.length > 0 && (
          <Button busy={sending.isPending} onClick={() => sending.mutate(chosen)}>
            {words.replay(chosen.length)}
          </Button>
        )}
        {chosen.length < letters.length && (
          <Button look="secondary" onClick={() => setWished(letters.map(({ id }) => id))}>
            {words.all}
          </Button>
        )}
      </div>
    </section>
  );
}

function Words({ letter: { kind, channel, attempts, settled_at: at, failure } }: { letter: DeadLetter }): JSX.Element {
  const words = t.program.undelivered;
  const facts = [words.channels[channel], words.attempts(attempts), at !== null && words.gaveUp(shortMoment(at, deviceTimezone(), language)), failure];
  return (
    <span>
      <span class="strong">{words.kinds[kind]}</span>
      <br />
      <span class="soft small">{facts.filter(Boolean).join(' · ')}</span>
    </span>
  );
}
