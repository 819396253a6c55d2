/** The question whether this device may show notes, with one to look at; then what became of it. */
import './ask-notes.css';

import type { JSX } from 'preact';

import { t } from '../lib/strings';
import { Button } from './button';
import { Icon } from './icon';
import { Notice } from './notice';

interface AskNotesProps {
  state: 'asking' | 'working' | 'on' | 'off' | 'failed';
  onYes: () => void;
  onNo: () => void;
}

export function AskNotes({ state, onYes, onNo }: AskNotesProps): JSX.Element {
  const open = state === 'asking' || state === 'working';
  return (
    <div class="ask-notes">
      {open && <Question working={state === 'working'} onYes={onYes} onNo={onNo} />}
      <div role="status">{!open && <Notice icon={state === 'on' ? 'check' : 'bell'}>{t.push[state]}</Notice>}</div>
    </div>
  );
}

function Question({ working, onYes, onNo }: { working: boolean; onYes: () => void; onNo: () => void }): JSX.Element {
  return (
    <section class="card stack-small" aria-labelledby="ask-notes">
      <h2 id="ask-notes">{t.push.ask}</h2>
      <p>{t.push.lead}</p>
      <SampleNote />
      <p class="soft small">{t.push.noMore}</p>
      <div class="stack-small">
        <Button wide icon="bell" busy={working} onClick={onYes}>
          {working ? t.push.working : t.push.yes}
        </Button>
        <Button wide look="secondary" onClick={onNo}>
          {t.push.no}
        </Button>
      </div>
      <p class="soft small">{t.push.next}</p>
    </section>
  );
}

/** A note as a locked phone shows it. */
export function SampleNote(): JSX.Element {
  return (
    <div class="sample-note">
      <span class="sample-note-sign">
        <Icon name="bell" />
      </span>
      <p>
        <strong>{t.push.note.title}</strong>
        <br />
        {t.push.note.body}
      </p>
    </div>
  );
}
