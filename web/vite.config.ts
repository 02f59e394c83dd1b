import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Which modules go into one file. Left alone, each that two pages share is a file of its own: a hundred requests for a
 * page, and small files compress worse. `minShareCount` is the number of pages; what few share would weigh on the rest.
 */
const groups = [
  // What the sign-in needs, and then every page.
  { name: 'door', tags: ['$initial' as const], priority: 4 },
  { name: 'icons', test: /node_modules[\\/]@tabler/, minShareCount: 2, priority: 3 },
  { name: 'hooks', test: /node_modules[\\/]@mantine[\\/]hooks/, minShareCount: 3, priority: 2 },
  { name: 'domain', test: /[\\/]domain[\\/][\w-]+[\\/][\w-]+\.ts$/, minShareCount: 8, priority: 2 },
  { name: 'shared', minShareCount: 30, priority: 1 },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // What infra/checks/weight reads.
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: process.env['API_ORIGIN'] ?? 'http://127.0.0.1:7071', xfwd: true } },
  },
});
