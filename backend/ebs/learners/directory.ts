import type { Database } from '../../database/index.ts'
import type { LearnerDirectory } from '../../plr/learner/directory.ts'
import type { Mapping } from '../mapping/index.ts'
import { describeField, learnerFields } from './fields.ts'
import { findLearners } from './find.ts'
import { searchLearners } from './search.ts'

/** The learners of ebs, read afresh at every question. */
export function createLearnerDirectory(options: {
  readonly database: Database
  readonly mapping: Mapping
}): LearnerDirectory {
  const { database, mapping } = options
  const fields = learnerFields(mapping)
  return {
    fields: () => [...fields.values()].map((field) => describeField(mapping, field)),
    search: (request, visibility, signal) =>
      searchLearners(database, mapping, fields, request, visibility, signal),
    find: (personCodes, visibility) => findLearners(database, mapping, personCodes, visibility),
  }
}
