/** Cards of Today that lead on to bigger screens, so that Today need not bring all of their words. */
export const dayCards = {
  assigned: {
    title: 'From your care team',
    by: (name: string): string => `${name} asked you to try this.`,
    due: (day: string): string => `Due ${day}`,
    dueToday: 'Due today',
    late: (day: string): string => `Was due ${day}. It is still fine to do it.`,
    open: 'Start',
    skip: 'Skip this one',
    skipNamed: (title: string): string => `Skip this one: ${title}`,
    skipAsk: 'Leave this one out?',
    skipBody: 'That is OK. Your team will see that you skipped it. You can still do it from the list of skills.',
    skipYes: 'Yes, skip it',
    skipKeep: 'Keep it',
    skipOffline: 'Not skipped yet: there is no signal. Try again in a while.',
    doneHere: 'Done. It sends when there is a signal.',
  },
  diary: {
    title: 'Diary card',
    ask: 'A few taps about your day. Skip what does not fit.',
    askGoOn: 'You started. Your answers are still here.',
    fill: 'Fill in diary card',
    goOn: 'Go on with diary card',
    change: 'Change today’s card',
    refused: 'Your diary card was not accepted',
  },
};
