import { expect, it } from 'vitest';

import { offlineProblem, toProblem } from '../../api/problem';
import { sentenceFor } from './password-form';

it.each([
  [offlineProblem(), /no connection/],
  [toProblem(400, { code: 'email_password_mismatch' }), /do not fit together/],
  [toProblem(429, {}), /Too many tries/],
  [toProblem(400, { code: 'too_many_login_attempts' }), /Too many tries/],
  [toProblem(500, {}), /did not work/],
  [new Error('anything'), /did not work/],
])('each way to fail has its own plain sentence', (error, sentence) => {
  expect(sentenceFor(error)).toMatch(sentence);
});
