/** Answering a questionnaire: one question a screen, help first where an answer calls for it. */
import './questionnaires.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { LoadingScreen } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { Closing } from './closing';
import { CriticalHelp } from './critical-help';
import { FollowUpForm } from './follow-up-form';
import { Player } from './player';
import { useQuestionnaire, type Filling } from './use-questionnaire';

type Stage = 'asking' | 'help' | 'follow-up' | 'done';

export function QuestionnaireScreen({ id = '' }: { id?: string }): JSX.Element {
  // A fresh component for each: answers of two questionnaires never mix.
  return <OneQuestionnaire key={id} id={id} />;
}

function OneQuestionnaire({ id }: { id: string }): JSX.Element {
  const filling = useQuestionnaire(id);
  const [stage, setStage] = useState<Stage>('asking');
  const [sent, setSent] = useState<{ submissionId: string; hard: boolean }>();
  const { submissionId } = filling.draft;
  const save = async (): Promise<void> => {
    setSent({ submissionId, hard: filling.hard });
    // Only what is in the queue may be called received once it has left it.
    await filling.save();
    setStage('done');
  };
  if (stage === 'done' && sent) return <Closing questionnaire={id} hard={sent.hard} />;
  if (filling.readiness !== 'ready' || !filling.form) return <NotReady id={id} filling={filling} />;
  if (stage === 'help') {
    return <CriticalHelp submissionId={submissionId} onAnswer={() => setStage('follow-up')} onGoOn={() => setStage('asking')} />;
  }
  if (stage === 'follow-up') return <FollowUpForm submissionId={submissionId} onDone={() => setStage('asking')} />;
  return (
    <Player
      form={filling.form}
      draft={filling.draft}
      hard={filling.hard}
      onAnswer={(linkId, value) => {
        if (filling.answer(linkId, value)) setStage('help');
      }}
      onMove={filling.moveTo}
      onSave={save}
    />
  );
}

function NotReady({ id, filling: { readiness, error, retry } }: { id: string; filling: Filling }): JSX.Element {
  if (readiness === 'sent') return <Closing questionnaire={id} hard={false} />;
  if (readiness === 'nothing') return <Message icon="check" title={t.questionnaires.nothing} body={t.questionnaires.nothingBody} action={{ label: t.questionnaires.home, to: '/today' }} />;
  if (readiness === 'failed') return <Failure offline={isOffline(error)} offlineBody={t.questionnaires.offline} onRetry={retry} />;
  return <LoadingScreen />;
}
