/** One step that was reached, shared by its name with those whom the client picks now. Nothing is shared by itself. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { BETWEEN, phrasesQuery, shareMilestone } from '../../api/between';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { usePeople, type Person } from '../../api/use-people';
import { useSending } from '../../api/use-sending';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { AskedPart } from '../../ui/asked-choice';
import { Button, ButtonLink } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { Notice } from '../../ui/notice';
import { SmallForm } from '../../ui/small-form';

interface ShareStepProps {
  slug: string;
  title: string;
}

/** Not for every step: some rest on what families are never shown. */
export function ShareStep({ slug, title }: ShareStepProps): JSX.Element | null {
  const steps = useQuery(phrasesQuery).data?.steps;
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  if (!steps?.some((step) => step.slug === slug)) return null;
  const done = (): void => {
    setOpen(false);
    setSent(true);
  };
  return (
    <>
      <div role="status">{sent && !open && <Notice icon="check">{t.between.stepSent(title)}</Notice>}</div>
      {open ? (
        <WithWhom slug={slug} onSent={done} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button look="quiet" icon="family" label={t.between.stepShareNamed(title)} onClick={() => setOpen(true)}>
            {t.between.stepShare}
          </Button>
        </div>
      )}
    </>
  );
}

interface WithWhomProps {
  slug: string;
  onSent: () => void;
  onClose: () => void;
}

function WithWhom(props: WithWhomProps): JSX.Element {
  return (
    <AskedPart query={usePeople('sobriety_milestone')} isOffline={isOffline} offlineBody={t.between.offlineBody} label={t.between.to}>
      {(people) => (people.length > 0 ? <Form {...props} people={people} /> : <Nobody onClose={props.onClose} />)}
    </AskedPart>
  );
}

function Nobody({ onClose }: Pick<WithWhomProps, 'onClose'>): JSX.Element {
  return (
    <div class="stack-small">
      <p>{t.between.nobodyMilestones}</p>
      <div class="row">
        <ButtonLink to="/me/sharing" look="secondary">
          {t.between.toSharing}
        </ButtonLink>
        <Button look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}

function Form({ slug, people, onSent, onClose }: WithWhomProps & { people: readonly Person[] }): JSX.Element {
  const [to, setTo] = useState(people.length === 1 ? people.map(({ id }) => id) : []);
  const [checked, setChecked] = useState(false);
  const [submission] = useState(newSubmissionId);
  const share = useSending(shareMilestone, [BETWEEN], onSent);
  const save = (): void => {
    setChecked(true);
    if (to.length > 0) share.mutate({ submission_id: submission, to, phrase: slug });
  };
  return (
    <SmallForm bare save={t.between.share} busy={share.isPending} trouble={share.error ? sentenceOf(share.error, t.between.notSent) : undefined} onSave={save} onClose={onClose}>
      <CheckList legend={t.between.to} values={to} onChange={setTo} options={people.map(({ id, name }) => ({ value: id, label: name }))} error={checked && to.length === 0 ? t.between.pick : undefined} />
      <p class="soft small">{t.between.stepMeans}</p>
    </SmallForm>
  );
}
