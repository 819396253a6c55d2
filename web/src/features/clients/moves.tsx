/** The next states of a task or a referral as buttons, and the way to change it. */
import type { JSX } from 'preact';

import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

interface MovesProps<S extends string> {
  /** What it is called, for those who listen. */
  of: string;
  moves: readonly S[];
  words: Readonly<Record<S, string>>;
  sending: { error: Error | null; isPending: boolean; mutate: (state: S) => void };
  editNamed: string;
  onEdit: () => void;
}

export function Moves<S extends string>({ of, moves, words, sending, editNamed, onEdit }: MovesProps<S>): JSX.Element {
  return (
    <>
      {sending.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(sending.error)}
        </Notice>
      )}
      <div class="row">
        {moves.map((state, at) => (
          <Button key={state} look={at === 0 ? 'secondary' : 'quiet'} busy={sending.isPending} label={t.record.tasks.moveOf(words[state], of)} onClick={() => sending.mutate(state)}>
            {words[state]}
          </Button>
        ))}
        <Button look="quiet" icon="edit" label={editNamed} onClick={onEdit}>
          {t.record.tasks.change}
        </Button>
      </div>
    </>
  );
}
