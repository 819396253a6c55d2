/** Where it takes place and with whom: a room or a link, who leads, how many fit, whose track. */
import type { JSX } from 'preact';

import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { CheckList } from '../../ui/check-list';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import type { FormPart } from './form-part';
import type { SeriesDraft } from './series-draft';
import type { SessionChoices } from './use-choices';

export function WhereFields(part: FormPart & { changing: boolean }): JSX.Element {
  const { draft, choices, repeats, changing, wrong, change } = part;
  const words = t.program.series;
  return (
    <section class="card stack-small" aria-labelledby="series-where">
      <h2 id="series-where">{words.where}</h2>
      <div class="program-columns">
        <Place draft={draft} choices={choices} wrong={wrong} change={change} />
        <TextField label={words.capacity} hint={words.capacityHint} inputMode="numeric" maxLength={4} value={draft.capacity} error={wrong('capacity')} onChange={(capacity) => change({ capacity })} />
      </div>
      <CheckList
        legend={words.clinicians}
        options={choices.clinicians.map(({ id, name }) => ({ value: id, label: name }))}
        values={draft.clinicians}
        error={wrong('clinicians')}
        onChange={(clinicians) => change({ clinicians })}
      />
      {repeats && !changing && <TrackField draft={draft} choices={choices} wrong={wrong} change={change} />}
    </section>
  );
}

type PartOf = Omit<FormPart, 'repeats'>;
type PlaceDraft = Pick<SeriesDraft, 'place' | 'room' | 'link'>;

interface PlaceProps {
  draft: PlaceDraft;
  choices: Pick<SessionChoices, 'rooms'>;
  wrong: (field: string) => string | undefined;
  change: (part: Partial<PlaceDraft>) => void;
}

export function Place({ draft: { place, room, link }, choices, wrong, change }: PlaceProps): JSX.Element {
  const words = t.program.series;
  const rooms = choices.rooms.filter(({ closed_on: closed }) => closed === null).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div class="stack-small">
      <Choices compact="segments" legend={words.place} choices={optionsOf(words.places)} value={place} onChange={(value) => change({ place: value === 'link' ? 'link' : 'room' })} />
      {place === 'room' ? (
        <SelectField label={words.room} options={[{ value: '', label: t.common.choose }, ...rooms]} value={room} error={wrong('room')} onChange={(value) => change({ room: value })} />
      ) : (
        <TextField label={words.link} hint={words.linkHint} maxLength={400} value={link} error={wrong('telehealth_url') ?? wrong('room')} onChange={(value) => change({ link: value })} />
      )}
    </div>
  );
}

function TrackField({ draft, choices, wrong, change }: PartOf): JSX.Element {
  const words = t.program.series;
  const tracks = choices.tracks.filter(({ closed_on: closed }) => closed === null).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div class="stack-small">
      <SelectField label={words.track} options={[{ value: '', label: words.noTrack }, ...tracks]} value={draft.track} error={wrong('track')} onChange={(track) => change({ track })} />
      <p class="field-hint">{words.trackHint}</p>
    </div>
  );
}
