/** Granting or changing a sharing: one step a screen, each with its own path, so that the phone's own back works. */
import './sharing.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { categoriesQuery, type CategoryWords, type SignedSharing } from '../../api/sharing';
import { isOffline } from '../../api/problem';
import { navigate } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Done } from './done';
import { isWhoComplete, stepsOf, type Draft, type Step } from './draft';
import { firstName } from './names';
import { Pressure } from './pressure';
import { SignStep } from './sign-step';
import { SureStep } from './sure-step';
import { UntilStep } from './until-step';
import { useDraft, type Drafting } from './use-draft';
import { WhatStep } from './what-step';
import { WhoStep } from './who-step';

export interface StepProps extends Drafting {
  known: readonly CategoryWords[];
  /** The sharing that is changed; none when it is a new one. */
  id: string | undefined;
  onNext: () => void;
  onSigned: (signed: SignedSharing) => void;
}

interface FlowProps {
  id?: string;
  /** Which step the address names. */
  step: string | undefined;
  start: Draft;
}

export function Flow(props: FlowProps): JSX.Element {
  const asked = useQuery(categoriesQuery);
  const drafting = useDraft(props.id ?? 'new', props.start);
  return (
    <Asked query={asked} isOffline={isOffline} offlineBody={t.sharing.signOffline} lines={6}>
      {(known) => <Steps {...props} known={known} drafting={drafting} />}
    </Asked>
  );
}

const SCREENS = { who: WhoStep, what: WhatStep, sure: SureStep, until: UntilStep, sign: SignStep } as const;

/** Nobody signs for a person who is not named yet, so until then the first step is the only one. */
function standOf(draft: Draft, steps: Step[], step: string | undefined): { steps: Step[]; now: Step } {
  const [first = 'what'] = steps;
  const named = steps.find((one) => one === step) ?? first;
  return { steps, now: isWhoComplete(draft) ? named : first };
}

function Steps({ id, step, known, drafting }: FlowProps & { known: readonly CategoryWords[]; drafting: Drafting }): JSX.Element {
  const base = id === undefined ? '/me/sharing/new' : `/me/sharing/${id}/change`;
  const home = id === undefined ? '/me/sharing' : `/me/sharing/${id}`;
  const { draft, forget } = drafting;
  const [signed, setSigned] = useState<SignedSharing>();
  const { steps, now } = standOf(draft, stepsOf(draft, known, id !== undefined), step);
  const at = steps.indexOf(now);
  useEffect(() => {
    if (step !== undefined && step !== now) navigate(base, { replace: true });
  }, [step, now, base]);
  const leave = (): void => {
    forget();
    navigate(home);
  };
  if (signed) return <Done signed={signed} />;
  const back = at === 0 ? home : `${base}/${steps[at - 1]}`;
  const Screen = SCREENS[now];
  return (
    <div class="page stack">
      <BackLink to={back}>{t.common.back}</BackLink>
      <p class="soft">
        {id === undefined ? t.sharing.flowTitle : t.sharing.changeTitle(firstName(draft.name))} · {t.sharing.step(at + 1, steps.length)}
      </p>
      <Screen {...drafting} known={known} id={id} onNext={() => navigate(`${base}/${steps[at + 1] ?? now}`)} onSigned={setSigned} />
      <Pressure />
      <div>
        <Button look="quiet" onClick={leave}>
          {t.sharing.leave}
        </Button>
      </div>
    </div>
  );
}
