export { createLearnerDirectory } from './directory.ts'
