/**
 * How the web app is built, served while developing, and tested.
 * What is cached on the device is decided in src/sw.ts, not here.
 */
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

const server = process.env['FOOTHOLD_SERVER'] ?? 'http://localhost:8000';
const preact = 'preact/compat';

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
      // Libraries mark parts for React's own server; the marks mean nothing here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: { proxy: { '/api': server, '/_allauth': server } },
  plugins: [
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
