/**
 * Lint rules. The import directions (ui, lib, api, offline → features → app, and no feature
 * imports another) and the size limits of the house are errors here, not advice.
 */
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TO_FEATURES = { regex: '/features/', message: 'Features sit above this folder.' };
const TO_APP = { regex: '/app/', message: 'Only main.tsx imports app.' };
const TO_API = { regex: '/api/', message: 'This folder does not fetch.' };
const TO_OFFLINE = { regex: '/offline/', message: 'This folder does not store.' };
const TO_UI = { regex: '/ui/', message: 'This folder does not draw.' };
const TO_OTHER_FEATURE = {
  regex: '^\\.\\./(?!\\.\\./)',
  message: 'Features do not import one another; move what they share down.',
};

const SAID_TOO_SOON = {
  selector: 'MemberExpression[object.name="t"]:not(:function MemberExpression)',
  message: 'Words may not be loaded yet while a file is read; say them inside a function.',
};

// What people read or hear is said in lib/strings, in every language.
const LETTERS = '/[A-Za-z]{2}/';
const SHOWN = '/^(aria-label|aria-description|aria-roledescription|alt|placeholder|title|label|legend|hint|lead|body|error|about|spoken)$/';
const BRANCH = ':matches(LogicalExpression, ConditionalExpression)';
const NOT_IN_THE_CATALOGUE = [
  `JSXText[value=${LETTERS}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > Literal[value=${LETTERS}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ${BRANCH} > Literal[value=${LETTERS}]`,
  `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`,
  `JSXAttribute[name.name=${SHOWN}] > Literal[value=${LETTERS}]`,
  `JSXAttribute[name.name=${SHOWN}] > JSXExpressionContainer > :matches(Literal[value=${LETTERS}], ${BRANCH} > Literal[value=${LETTERS}])`,
  `JSXAttribute[name.name=${SHOWN}] > JSXExpressionContainer > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`,
  // A sentence, or a count with its thing, anywhere else; what an Error says is for us.
  ':not(NewExpression[callee.name="Error"]) > Literal[value=/^[A-Z][a-z’]+ [a-z’]+/]',
  'TemplateElement[value.raw=/^[A-Z][a-z’]+ [a-z’]+/]:not(NewExpression[callee.name="Error"] TemplateElement)',
  'TemplateElement[value.raw=/^ [a-z]{3,}( [a-z]+)*[.!?]?$/]:not(JSXAttribute[name.name="class"] TemplateElement)',
].map((selector) => ({ selector, message: 'Say it in lib/strings, in every language.' }));

const NOT_IN_THE_LANGUAGE = {
  selector: ':matches(MemberExpression[object.name="Intl"], CallExpression[callee.property.name=/^toLocale/])',
  message: 'Write dates, numbers and lists by lib/intl, lib/dates or lib/minutes, in the language of the app.',
};

const directions = (folder, ...patterns) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  ignores: ['**/*.test.{ts,tsx}'],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.sw.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    extends: [jsxA11y.flatConfigs.strict],
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'max-params': ['error', 6],
      'no-console': 'error',
      'no-restricted-syntax': ['error', SAID_TOO_SOON, ...NOT_IN_THE_CATALOGUE, NOT_IN_THE_LANGUAGE],
    },
  },
  // Here words and formats are at home.
  { files: ['src/lib/strings/**', '**/*.test.{ts,tsx}', 'src/testing/**'], rules: { 'no-restricted-syntax': ['error', SAID_TOO_SOON] } },
  { files: ['src/lib/intl.ts', 'src/lib/dates.ts', 'src/lib/wall-clock.ts'], rules: { 'no-restricted-syntax': ['error', SAID_TOO_SOON, ...NOT_IN_THE_CATALOGUE] } },
  {
    files: ['**/*.test.{ts,tsx}', 'src/testing/**'],
    rules: { 'max-lines': ['error', 400], 'max-lines-per-function': 'off' },
  },
  { files: ['scripts/**', '*.js'], languageOptions: { globals: { Buffer: 'readonly', URL: 'readonly', console: 'readonly', process: 'readonly' } } },
  directions('lib', TO_FEATURES, TO_APP, TO_API, TO_OFFLINE, TO_UI),
  directions('ui', TO_FEATURES, TO_APP, TO_API, TO_OFFLINE),
  directions('api', TO_FEATURES, TO_APP, TO_OFFLINE, TO_UI),
  directions('offline', TO_FEATURES, TO_APP, TO_UI),
  directions('features', TO_APP, TO_OTHER_FEATURE),
);
