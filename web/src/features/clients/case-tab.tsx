/** What is to be done for a client, and to whom they are referred: by whom, until when, how far. */
import './record.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { referralsQuery, tasksQuery, type Referral, type Task } from '../../api/case-work';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { ReferralForm } from './referral-form';
import { ReferralItem } from './referral-item';
import { TaskForm } from './task-form';
import { TaskItem } from './task-item';

export function CaseTab({ client }: { client: string }): JSX.Element {
  return (
    <div class="record-case">
      <Tasks client={client} />
      <Referrals client={client} />
    </div>
  );
}

const isOpenTask = ({ state }: Task): boolean => state === 'open' || state === 'doing';
const isOpenReferral = ({ state }: Referral): boolean => state !== 'closed' && state !== 'declined';

function Tasks({ client }: { client: string }): JSX.Element {
  const found = useQuery(tasksQuery(client));
  const [adding, setAdding] = useState(false);
  const words = t.record.tasks;
  const row = (task: Task): JSX.Element => <TaskItem key={task.id} client={client} task={task} />;
  return (
    <section class="stack" aria-labelledby="record-tasks">
      <h2 id="record-tasks">{words.title}</h2>
      <Asked query={found} isOffline={isOffline}>
        {(all) => <Both open={all.filter(isOpenTask).map(row)} over={all.filter((one) => !isOpenTask(one)).map(row)} none={words.none} overTitle={words.over} />}
      </Asked>
      {adding ? <TaskForm client={client} task={undefined} onClose={() => setAdding(false)} /> : <Add label={words.add} onClick={() => setAdding(true)} />}
    </section>
  );
}

function Referrals({ client }: { client: string }): JSX.Element {
  const found = useQuery(referralsQuery(client));
  const [adding, setAdding] = useState(false);
  const words = t.record.referrals;
  const row = (referral: Referral): JSX.Element => <ReferralItem key={referral.id} client={client} referral={referral} />;
  return (
    <section class="stack" aria-labelledby="record-referrals">
      <h2 id="record-referrals">{words.title}</h2>
      <Asked query={found} isOffline={isOffline}>
        {(all) => <Both open={all.filter(isOpenReferral).map(row)} over={all.filter((one) => !isOpenReferral(one)).map(row)} none={words.none} overTitle={words.over} />}
      </Asked>
      {adding ? <ReferralForm client={client} referral={undefined} onClose={() => setAdding(false)} /> : <Add label={words.add} onClick={() => setAdding(true)} />}
    </section>
  );
}

interface BothProps {
  open: JSX.Element[];
  over: JSX.Element[];
  none: string;
  overTitle: string;
}

function Both({ open, over, none, overTitle }: BothProps): JSX.Element {
  return (
    <>
      {open.length === 0 && <p class="soft">{none}</p>}
      {open.length > 0 && <ul class="stack-small">{open}</ul>}
      {over.length > 0 && (
        <details>
          <summary>{overTitle}</summary>
          <ul class="stack-small">{over}</ul>
        </details>
      )}
    </>
  );
}

function Add({ label, onClick }: { label: string; onClick: () => void }): JSX.Element {
  return (
    <div>
      <Button look="secondary" icon="plus" onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}
