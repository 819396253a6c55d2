/** Who reads what a client writes, and when: read and accepted before they begin. Grade 6 or lower. */
export const agreement = {
  title: 'Who reads what you write',
  first: 'Please read this before you begin.',
  accept: 'I have read this',
  accepted: (day: string): string => `You said on ${day} that you read this.`,
  now: 'Right now',
  notSaved: 'That was not saved. Please try again.',
  offline: 'This shows when there is a signal. Not safe? Call or text 988, or call 911.',
};
