/** One version of a rule: how it stands and came there, its limits here, and what it would have said before. */
import './warnings.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { moveVersion, versionQuery, WARNINGS, type RuleState, type RuleVersion } from '../../api/warnings';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { TextArea } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { Limits } from './limits';
import { Trials } from './trials';
import { VersionNumbers } from './version-numbers';

const momentOf = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function VersionScreen({ version }: { version: string }): JSX.Element {
  const found = useQuery(versionQuery(version));
  return (
    <div class="page stack">
      <BackLink to="/warnings">{t.warnings.back}</BackLink>
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(known) => (
          <>
            <Top version={known} />
            <Steps version={known} />
            <Trials version={version} />
            <Limits version={version} />
            <VersionNumbers parameters={known.parameters} />
          </>
        )}
      </Asked>
    </div>
  );
}

function Top({ version: { id, name, family, state, moves, note, drafted_by: by, drafted_at: at } }: { version: RuleVersion }): JSX.Element {
  const [moving, setMoving] = useState<RuleState>();
  return (
    <header class="stack-small">
      <h1>{t.warnings.families[family]}</h1>
      <p class="lead">{name}</p>
      <div>
        <Chip tone={state === 'live' ? 'calm' : 'plain'}>{t.warnings.states[state]}</Chip>
      </div>
      <p class="soft small">{[by && t.warnings.drafted(by.name, momentOf(at)), note].filter(Boolean).join('. ')}</p>
      {moving ? (
        <MoveForm version={id} to={moving} onClose={() => setMoving(undefined)} />
      ) : (
        <div class="row">
          {moves.map((to) => (
            <Button key={to} look={to === 'retired' || to === 'draft' ? 'quiet' : 'secondary'} onClick={() => setMoving(to)}>
              {t.warnings.moves[to]}
            </Button>
          ))}
        </div>
      )}
    </header>
  );
}

function MoveForm({ version, to, onClose }: { version: string; to: RuleState; onClose: () => void }): JSX.Element {
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const moving = useSending(moveVersion, [WARNINGS], onClose);
  const save = (): void => {
    setChecked(true);
    if (note.trim() !== '') moving.mutate({ version, to_state: to, note: note.trim() });
  };
  return (
    <SmallForm trouble={moving.error ? sentenceOf(moving.error) : undefined} save={t.warnings.moveSave} busy={moving.isPending} onSave={save} onClose={onClose}>
      <p>
        <strong>{t.warnings.moves[to]}.</strong> {t.warnings.moveMeans[to]}
      </p>
      <TextArea label={t.warnings.note} hint={t.warnings.noteHint} value={note} onChange={setNote} maxLength={500} error={checked && note.trim() === '' ? t.warnings.required : undefined} />
    </SmallForm>
  );
}

function Steps({ version: { steps } }: { version: RuleVersion }): JSX.Element | null {
  if (steps.length === 0) return null;
  return (
    <section class="stack-small">
      <h2>{t.warnings.steps}</h2>
      <ol class="stack-small">
        {steps.map(({ from_state: from, to_state: to, by, at, note }) => (
          <li key={at}>
            <strong>{t.warnings.step(t.warnings.states[from], t.warnings.states[to])}</strong>
            <br />
            <span class="soft small">
              {t.warnings.by(by.name, momentOf(at))}: {note}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
