/** The first look around, three cards for each side of the app. Clients grade 6, families grade 7. */
interface Card {
  title: string;
  body: string;
}

export const tour = {
  title: 'A first look around',
  place: (at: number, of: number): string => `${at} of ${of}`,
  skip: 'Skip this',
  done: 'Done',
  later: 'You can see this again under Me, Guide.',
  cards: {
    client: [
      { title: 'A minute a day', body: 'Check in once a day. Tap how you are; you need not type. It works with no signal, and sends by itself later.' },
      { title: 'Your team reads it in the daytime', body: 'Nobody watches this app all the time. Your care team reads your check-ins when they are at work. Your family sees only what you choose to share.' },
      { title: 'Help is one tap away', body: 'The Help button is on every screen. It works when you are signed out and when there is no signal. In danger, call 911.' },
    ],
    family: [
      { title: 'Lessons for you', body: 'Short lessons tell what helps and what does not. They are open to you even when nothing is shared with you.' },
      { title: 'What you see, and what you do not', body: 'You see only what your relative chose to share. They can change that at any time. The program may not be able to tell you more.' },
      { title: 'Help, for you too', body: 'Support has people you can call for yourself. The Help button is on every screen. Nobody watches this app all the time: in danger, call 911.' },
    ],
    clinician: [
      { title: 'Start with the inbox', body: 'Each alert has its reason, an owner and a time by which it should be answered. Press ? to see the keys.' },
      { title: 'Then the caseload', body: 'Clients stand in order of need. One page for each has trends, check-ins, plans and consents, and prints as a session prep.' },
      { title: 'Close the loop', body: 'An alert is done when what you did and what came of it is noted. Your client can read in plain words what was flagged and that you looked.' },
    ],
    administrator: [
      { title: 'The program comes first', body: 'Under Program you keep tracks, clients, sessions, and days off. The rota and what could not be delivered are there too.' },
      { title: 'Numbers and wording', body: 'Exercises, question sheets and warnings have versions. A new version holds only after somebody says so.' },
      { title: 'You see what runs, not what clients write', body: 'You do not read clients’ records here. Whatever staff look at is written down.' },
    ],
  } as Record<'client' | 'family' | 'clinician' | 'administrator', readonly Card[]>,
};
