/** Tests in ESM by swc. The tiers are chosen by `backend/tools/test.mjs`. */
import { swcOptions } from './backend/tools/swc-options.mjs';

const { swcrc: _, sourceMaps: __, module: ___, ...options } = swcOptions;

export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', { ...options, swcrc: false, module: { type: 'es6' } }] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@atesto/contract$': '<rootDir>/backend/contract/src/index.ts',
    '^@atesto/frontend/report$': '<rootDir>/frontend/report/pages/index.ts',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/journey-setup.ts'],
  testTimeout: 120_000,
};
