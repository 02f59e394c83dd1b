import { inject } from 'vitest';

// Before any module of functions/ is imported: config.ts reads the environment once.
Object.assign(process.env, inject('settings'));
