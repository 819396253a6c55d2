import { describe, expect, it } from 'vitest';

import type { Consent } from './sharing';
import { peopleFor } from './use-people';

const consent = (recipient: string | null, ...gives: Consent['gives_now']): Consent =>
  ({ recipient, recipient_name: 'Ana', gives_now: gives }) as Consent;

describe('to whom a thank-you can go', () => {
  it('keeps two people of one name apart', () => {
    const people = peopleFor('message_of_thanks', [consent('one', 'message_of_thanks'), consent('two', 'streak')]);

    expect(people).toEqual([{ id: 'one', name: 'Ana' }]);
  });

  it('leaves out who has not accepted', () => {
    expect(peopleFor('message_of_thanks', [consent(null, 'message_of_thanks')])).toEqual([]);
  });
});
