/** The people I can turn to: one tap to call, and a short form to add or change one. */
import './plans.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { supportPeopleQuery, type SupportPerson } from '../../api/plans';
import { phoneHref } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Button, ButtonOut } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { PersonForm } from './person-form';
import { RemovePerson } from './remove-person';

/** Which form is open: somebody's, an empty one, or none. */
type Open = { person: SupportPerson | undefined } | undefined;

export function PeopleScreen(): JSX.Element {
  const people = useQuery(supportPeopleQuery);
  const [open, setOpen] = useState<Open>();
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/plan">{t.common.plan}</BackLink>
        <h1>{t.plan.people.title}</h1>
        <p class="lead">{t.plan.people.lead}</p>
      </header>
      {people.isPending && <Loading lines={4} />}
      {people.isError && !people.data && <Failure offline={isOffline(people.error)} onRetry={() => void people.refetch()} />}
      {people.data && <People people={people.data} open={open} onOpen={setOpen} />}
    </div>
  );
}

interface PeopleProps {
  people: readonly SupportPerson[];
  open: Open;
  onOpen: (open: Open) => void;
}

function People({ people, open, onOpen }: PeopleProps): JSX.Element {
  const close = (): void => onOpen(undefined);
  return (
    <>
      {people.length === 0 && !open && <Message level={2} icon="people" title={t.plan.people.none} body={t.plan.people.noneBody} />}
      <ul class="stack-small">
        {people.map((person) => (
          <li key={person.id} class="card person">
            {open?.person?.id === person.id ? <PersonForm person={person} onClose={close} /> : <PersonCard person={person} onEdit={() => onOpen({ person })} />}
          </li>
        ))}
      </ul>
      {open && !open.person ? (
        <div class="card person">
          <PersonForm person={undefined} onClose={close} />
        </div>
      ) : (
        <div>
          <Button icon="plus" onClick={() => onOpen({ person: undefined })}>
            {t.plan.people.add}
          </Button>
        </div>
      )}
    </>
  );
}

function PersonCard({ person, onEdit }: { person: SupportPerson; onEdit: () => void }): JSX.Element {
  const { name, relationship, phone, place, can_help_with: helps } = person;
  return (
    <>
      <div class="person-top">
        <div class="person-words">
          <h2>{name}</h2>
          <p class="soft small">{[relationship, place].filter(Boolean).join(' · ')}</p>
          {helps !== 'both' && <p class="soft small">{t.plan.people.helpsWith[helps]}</p>}
        </div>
        <ButtonOut href={phoneHref(phone)} icon="call" look="secondary" label={`${t.plan.call(phone)}, ${name}`}>
          {phone}
        </ButtonOut>
      </div>
      <div class="row">
        <Button look="quiet" icon="edit" label={t.plan.people.edit(name)} onClick={onEdit}>
          {t.plan.edit}
        </Button>
        <RemovePerson person={person} />
      </div>
    </>
  );
}
