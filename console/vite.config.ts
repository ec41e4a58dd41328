import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Files keep their name only as long as their bytes, so the server may let browsers keep them for ever. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react(), preloadFonts()],
  build: {
    outDir: `${here}dist`,
    emptyOutDir: true,
    assetsDir: 'console/built',
    // A file's bytes inside a style sheet would load whether they are used or not.
    assetsInlineLimit: 0,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', proxy: { '^/api(/|$)': 'http://127.0.0.1:4100' } },
});

/** Text is drawn in its own letters at once, not after the style sheet has been read. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => file.endsWith('.woff2'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
            injectTo: 'head',
          })),
    },
  };
}
