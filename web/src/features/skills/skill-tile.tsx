/** One skill of the library: what it is, how long it takes, and a star to keep it at hand. */
import type { JSX } from 'preact';

import type { SkillSummary } from '../../api/types';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { openWith } from '../../offline/practised';
import { Icon } from '../../ui/icon';

interface SkillTileProps {
  skill: SkillSummary;
  /** What the person was looking for when they found it. */
  need: string | undefined;
  saved: boolean;
  onSave: (saved: boolean) => void;
}

export function SkillTile({ skill, need, saved, onSave }: SkillTileProps): JSX.Element {
  const { vault } = useDevice();
  return (
    <li class="skill-tile-place">
      <Link to={`/skills/${skill.slug}`} class="card skill-tile" onFollow={() => void openWith(vault, skill.slug, need === undefined ? {} : { need })}>
        <span class="skill-tile-title">{skill.title}</span>
        <span class="soft">{skill.summary}</span>
        <span class="skill-tile-facts soft small">
          <Icon name="clock" />
          {t.skills.minutes(skill.minutes)} · {t.skills.kinds[skill.kind]}
        </span>
      </Link>
      <button type="button" class="skill-star" aria-pressed={saved} aria-label={t.skills.saveNamed(skill.title)} onClick={() => onSave(!saved)}>
        <Icon name="star" />
      </button>
    </li>
  );
}
