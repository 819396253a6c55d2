import { describe, expect, it } from 'vitest';

import { loadWords } from '../../lib/strings';
import { told } from './caseload-parts';

describe('what a sparkline says aloud', () => {
  it('names the days answered and the ends', async () => {
    await loadWords(['caseload']);

    expect(told('Mood', [null, 4, null, 6])).toBe('Mood over 14 days: 2 days answered, from 4 to 6 of 10');
  });

  it('says that there were no answers', async () => {
    await loadWords(['caseload']);

    expect(told('Mood', [null, null])).toBe('Mood: no answers in 14 days');
  });
});
