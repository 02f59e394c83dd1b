import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * Which modules go into one file, those before later ones. Left alone, each that two pages share is a file of its own:
 * a hundred requests for a page, and small files compress worse. A module named here takes along all that it needs.
 * `minShareCount` is a number of pages; what few share would weigh on the rest.
 */
const files = [
  // What the sign-in needs, and then every page.
  { name: 'door', tags: ['$initial' as const] },
  { name: 'icons', test: /node_modules[\\/]@tabler|CheckIcon/, minShareCount: 2 },
  { name: 'hooks', test: /node_modules[\\/]@mantine[\\/]hooks/, minShareCount: 3 },
  { name: 'domain', test: /[\\/]domain[\\/][\w-]+[\\/][\w-]+\.ts$/, minShareCount: 8 },
  { name: 'shared', minShareCount: 30 },
  // Small things of the frame that pages open to all need as well stand before it, or they would load it.
  { name: 'router', test: /src[\\/](router|members[\\/](signing-out|role-names)|platform[\\/]status)\.tsx?$/ },
  { name: 'popover', test: /@mantine[\\/]core[\\/].*[\\/]Popover[\\/]/ },
  { name: 'public', test: /src[\\/](accounts|logins)[\\/]/, minShareCount: 2 },
  { name: 'frame', test: /src[\\/]shell[\\/](staff|customer)-shell\.tsx$/ },
  {
    name: 'list',
    test: /src[\\/]platform[\\/](list[\\/]list|page-header|measure-columns)\.tsx$|customer-queries\.ts$/,
  },
  { name: 'mantine', test: /@mantine[\\/]core/, minShareCount: 6 },
];
const groups = files.map((file, index) => ({ ...file, priority: files.length - index }));

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
