import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Relative, so that chunks are found wherever the pages mount /dist/.
  base: './',
  publicDir: false,
  build: {
    outDir: '../wwwroot/dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '',
    modulePreload: { polyfill: false },
    // A data: URI would need font-src/img-src exceptions; the policy of the pages is strict.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['scripts/main.ts', 'scripts/capsule/worker.ts', 'styles/main.css'],
      output: {
        // A service worker keeps its address for good.
        entryFileNames: chunk => (chunk.name === 'worker' ? 'capsule-worker.js' : '[name]-[hash].js'),
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
  },
})
