/** Showing once more that it is they, before a change. */
export const proof = {
  title: 'Is it you?',
  lead: 'Before this can change, please show once more that it is you.',
  go: 'Go on',
  wrong: 'That is not right. Please try again.',
  passkey: 'Use a passkey',
  withCode: 'Use a code instead',
  withPassword: 'Use the password instead',
  password: 'Password',
  code: 'Code',
  offline: 'This needs a signal. Please try again when there is one.',
};
