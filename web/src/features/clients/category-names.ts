/** What may be seen, by short names for staff: the list of switches is the client's alone. */
import { t } from '../../lib/strings';

export const categoryNames = (categories: readonly (keyof typeof t.staffSharing.categories)[]): string => categories.map((category) => t.staffSharing.categories[category]).join('; ');
