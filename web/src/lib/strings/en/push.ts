/** Notes from the app on this device: what one looks like, and the question whether to show them. Grade 6 or lower. */
export const push = {
  // What a note says on a locked screen; the service worker says it too when it cannot read one.
  note: { title: 'You have an update', body: 'Open the app.' },
  ask: 'Shall we let you know?',
  lead: 'When something waits for you, this device can show a short note. It looks like this:',
  noMore: 'It never says more than that, and never what it is about. You choose what for, and when.',
  yes: 'Yes, show notes here',
  no: 'No, thank you',
  next: 'Your browser asks you next. You can say no there too.',
  working: 'Setting up',
  on: 'Notes are on for this device. You can change this at any time under Me, Reminders.',
  off: 'All right, no notes. We will not ask again. If you change your mind, look under Me, Reminders.',
  failed: 'That did not work. You can try again under Me, Reminders.',
};
