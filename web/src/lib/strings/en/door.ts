/** What few meet at the door: setting up the second step, and another person's unsent work. */
export const door = {
  setUpTitle: 'Set up your second step',
  setUpLead: 'Staff sign in with a password and a code. This keeps clients’ information safe.',
  setUpOne: 'Open an authenticator app on your phone and add an account by hand.',
  setUpTwo: 'Type in this key:',
  setUpThree: 'Then enter the 6 digits the app shows.',
  setUpLink: 'Open in an authenticator app on this device',
  setUpButton: 'Turn on',
  someoneElseTitle: 'Someone else’s answers are on this phone',
  someoneElse: 'Another person used this phone and some of their answers were not sent. If you go on, those answers are deleted.',
  someoneElseGoOn: 'Delete them and go on',
  someoneElseStop: 'Sign me out again',
};
