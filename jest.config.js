import nextJest from 'next/jest.js'

const withNext = nextJest({ dir: './' })

// ESM throughout: most of the Markdown world ships nothing else, so Jest runs with --experimental-vm-modules
// and leaves node_modules alone.
const config = await withNext({
  testEnvironment: 'node',
  // For a machine that does much else. What has to end in time says so itself.
  testTimeout: 120_000,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^next/cache$': '<rootDir>/__tests__/setup/next-cache.ts',
    '^@/(.*)$': '<rootDir>/$1',
  },
  setupFiles: ['<rootDir>/__tests__/setup/web-globals.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.scratch/', '<rootDir>/.next/'],
  testMatch: ['<rootDir>/__tests__/**/*.test.{ts,tsx}'],
})()

export default { ...config, transformIgnorePatterns: ['/node_modules/', '/\\.next/'] }
