/** Back to the page that all of this hangs on. */
import type { JSX } from 'preact';

import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { Icon } from '../../ui/icon';

export function BackToSupport(): JSX.Element {
  return (
    <Link to="/support" class="support-back">
      <Icon name="back" />
      {t.support.back}
    </Link>
  );
}
