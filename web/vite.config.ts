/**
 * How the web app is built, served while developing, and tested.
 * What is cached on the device is decided in src/sw.ts, not here.
 */
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const server = process.env['FOOTHOLD_SERVER'] ?? 'http://localhost:8000';
const preact = 'preact/compat';

const OFTEN =
  /\/src\/(api\/(page|trouble|use-sending)|lib\/(dates|day-of|help-lines|ids|intl)|ui\/(asked|button|chip|choices|contact-list|field|loading|message|notice|scale))\.tsx?$/;

/** “helper(() => import(…), [])”, with or without the part that is taken from the file. */
const HELPED_IMPORT = /(?<![\w$])[\w$]+\(\(\)=>(import\(`[^`]+`\)(?:\.then\(\w+=>\w+\.\w+\))?),\[\]\)/g;

/** All styles come with the entry and no chunk brings another (below), so nothing is left to load beside one. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(HELPED_IMPORT, '$1');
      }
    },
  },
};

export default defineConfig({
  resolve: {
    alias: [
      { find: /^react$/, replacement: preact },
      { find: /^react-dom$/, replacement: preact },
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // The list of what each chunk needs would weigh more in the entry than the trip it saves: after
    // the first visit everything comes from the device anyway.
    modulePreload: { polyfill: false, resolveDependencies: () => [] },
    // The size budget reads which chunk needs which.
    manifest: true,
    // An inlined file would be a data: URL, which the content policy refuses for scripts and styles.
    assetsInlineLimit: 0,
    // All styles together are a few kilobytes: one file is installed for offline use sooner than thirty.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // What the entry brings anyway is one file: small files compress badly.
        // What most screens share is another, and so are the parts of the screens that are opened
        // most: on a slow line every further request is a wait.
        codeSplitting: {
          groups: [
            { name: 'core', test: /node_modules\/(preact|@tanstack)\/(?!.*nfiniteQuery(Observer)?\.)|preload-helper|\/src\/(api\/queries|lib\/(strings\/index|stored|navigation|at-rest)|ui\/icon|offline\/(tabs|keeping|database|phone|vault|cover|device|language))\.tsx?$/ },
            { name: 'often', test: OFTEN },
            { name: 'calm', test: /\/src\/(lib\/(use-arrival|use-later|weeks)|offline\/(use-kept|use-kept-query)|ui\/(check-list|hills|progress|row-link))\.tsx?$/ },
            { name: 'near', test: /\/src\/(api\/contact|offline\/watch)\.ts$/ },
            { name: 'day', test: /\/src\/(api\/(goal-of-day|moments)|offline\/(check-in-day|moments))\.tsx?$/ },
            { name: 'home', test: /\/src\/(api\/(agreement|diary|week)|offline\/(diary-day|practised|this-week)|lib\/ranking|ui\/session)\.tsx?$/ },
            { name: 'forms', test: /\/src\/(api|offline)\/questionnaires\.ts$/ },
            { name: 'asking', test: /\/src\/(api\/(check-in-form|goals)|ui\/(goals\/pick-goal|help-first|stepper|why))\.tsx?$/ },
          ],
        },
      },
      // Libraries mark parts for React's own server; the marks mean nothing here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { proxy: { '/api': server, '/_allauth': server } },
  plugins: [
    plainImports,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      injectRegister: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'] },
      manifest: {
        id: '/',
        name: 'Foothold',
        short_name: 'Foothold',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#f6f1e8',
        theme_color: '#f6f1e8',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    // The query library ships for React; inlining lets the alias above reach it.
    server: { deps: { inline: ['@tanstack/react-query', '@testing-library/preact'] } },
  },
});
