export { createLearnerDirectory } from './directory.ts'
export { withMerged } from './merged.ts'
