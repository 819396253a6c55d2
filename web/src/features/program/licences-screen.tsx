/** Which clinician holds which licence: only they close or lower what is critical. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { peopleQuery, type Person } from '../../api/program';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { keepLicence, LICENCES, licencesQuery, type Licence } from '../../api/rota';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { AskFirst } from '../../ui/ask-first';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { SmallForm } from '../../ui/small-form';
import { ProgramFrame } from './program-page';

const LONGEST = 60;

export function LicencesScreen(): JSX.Element {
  const people = useQuery(peopleQuery('clinician'));
  const licences = useQuery(licencesQuery);
  return (
    <ProgramFrame section="licences">
      <p class="soft">{t.rota.licences.lead}</p>
      <Asked query={licences} isOffline={isOffline}>
        {(held) => (
          <Asked query={people} isOffline={isOffline}>
            {(clinicians) => <Clinicians clinicians={clinicians} held={held} />}
          </Asked>
        )}
      </Asked>
    </ProgramFrame>
  );
}

function Clinicians({ clinicians, held }: { clinicians: readonly Person[]; held: readonly Licence[] }): JSX.Element {
  if (clinicians.length === 0) return <Message level={2} icon="people" title={t.rota.licences.nobody} />;
  return (
    <>
      {held.length === 0 && (
        <Notice tone="warm" icon="flag">
          {t.rota.licences.missing}
        </Notice>
      )}
      <ul class="card program-rows">
        {clinicians.map((person) => (
          <Row key={person.id} person={person} licence={held.find((one) => one.person.id === person.id)} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  person: Person;
  licence: Licence | undefined;
}

function Row({ person, licence }: RowProps): JSX.Element {
  const [doing, setDoing] = useState<'write' | 'remove'>();
  const words = t.rota.licences;
  const leave = (): void => setDoing(undefined);
  return (
    <li class="stack-small">
      <div class="row row-apart">
        <div>
          <h2 class="strong">{person.name}</h2>
          <p class="soft">{licence ? words.since(licence.kind, dayOf(licence.given_at)) : words.none}</p>
        </div>
        <div class="row">
          <Button look="secondary" label={licence ? words.changeNamed(person.name) : words.addNamed(person.name)} onClick={() => setDoing('write')}>
            {licence ? words.change : words.add}
          </Button>
          {licence && (
            <Button look="quiet" label={words.removeNamed(person.name)} onClick={() => setDoing('remove')}>
              {words.remove}
            </Button>
          )}
        </div>
      </div>
      {doing === 'write' && <Write person={person} licence={licence} onClose={leave} />}
      {doing === 'remove' && <Remove person={person} onClose={leave} />}
    </li>
  );
}

function Write({ person, licence, onClose }: RowProps & { onClose: () => void }): JSX.Element {
  const [kind, setKind] = useState(licence?.kind ?? '');
  const [asked, setAsked] = useState(false);
  const keeping = useSending(keepLicence, [LICENCES], onClose);
  const save = (): void => {
    setAsked(true);
    if (kind.trim() !== '') keeping.mutate({ person: person.id, kind: kind.trim() });
  };
  return (
    <SmallForm bare save={t.rota.licences.save} busy={keeping.isPending} trouble={troubleBesides(keeping.error, ['kind'])} onSave={save} onClose={onClose}>
      <TextField
        label={t.rota.licences.kind}
        hint={t.rota.licences.kindHint}
        value={kind}
        maxLength={LONGEST}
        onChange={setKind}
        error={asked && kind.trim() === '' ? t.rota.required : refusalAt(keeping.error, 'kind')}
      />
    </SmallForm>
  );
}

function Remove({ person: { id, name }, onClose }: { person: Person; onClose: () => void }): JSX.Element {
  const keeping = useSending(keepLicence, [LICENCES], onClose);
  const words = t.rota.licences;
  return (
    <AskFirst title={words.removeAsk(name)} yes={words.removeYes} busy={keeping.isPending} trouble={keeping.error ? sentenceOf(keeping.error) : undefined} onYes={() => keeping.mutate({ person: id, kind: '' })} onClose={onClose}>
      <p>{words.removeMeans}</p>
    </AskFirst>
  );
}
