export { createEbsTables, loadEbs } from './schema.ts'
export { startEbsServer, type EbsServer } from './server.ts'
export { testDatabase, type TestDatabase } from './testDatabase.ts'
