/** A week between its neighbours. On a phone the arrows stand alone, and their names are for who listens. */
import './week-moves.css';

import type { JSX } from 'preact';

import { Button } from './button';
import { Chip } from './chip';

interface WeekMovesProps {
  /** What there is to say of it beside its name: that it is this one. */
  chip?: string | undefined;
  /** Which week it is. */
  name: string;
  /** The names of the two ways; there may be none to a later week. */
  earlier: string;
  later: string | undefined;
  onMove: (weeks: 1 | -1) => void;
}

export function WeekMoves({ name, chip, earlier, later, onMove }: WeekMovesProps): JSX.Element {
  return (
    <div class="week-moves">
      <span class="week-moves-way no-print">
        <Button look="quiet" icon="back" label={earlier} onClick={() => onMove(-1)}>
          <span class="week-moves-word">{earlier}</span>
        </Button>
      </span>
      <div class="week-moves-name" role="status">
        <p class="strong begins">{name}</p>
        {chip !== undefined && <Chip tone="calm">{chip}</Chip>}
      </div>
      <span class="week-moves-way no-print">
        {later !== undefined && (
          <Button look="quiet" icon="next" label={later} onClick={() => onMove(1)}>
            <span class="week-moves-word">{later}</span>
          </Button>
        )}
      </span>
    </div>
  );
}
