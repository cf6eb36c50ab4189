import type { FastifyInstance } from 'fastify'
import { searchRequest } from '../../../contract/index.ts'
import type { ListedLearner } from '../../../contract/index.ts'
import type { LearnerDirectory, ListedRecord } from '../../plr/learner/directory.ts'
import { problemOf } from '../../plr/learner/eligibility.ts'
import type { EligibilityRules } from '../../plr/learner/eligibility.ts'
import { parsedOrRefused } from '../body.ts'
import { personOf } from '../gate.ts'
import { sendProblem } from '../problem.ts'
import { whenGone } from '../stream.ts'

export interface LearnersDependencies {
  readonly directory: LearnerDirectory
  readonly rules: EligibilityRules
}

/** `GET /api/learners/fields` and `POST /api/learners/search`. */
export function learnersRoutes(
  app: FastifyInstance,
  { directory, rules }: LearnersDependencies,
): void {
  app.get('/api/learners/fields', { config: { access: 'any-role' } }, () => ({
    fields: directory.fields(),
  }))

  app.post('/api/learners/search', { config: { access: 'any-role' } }, async (request, reply) => {
    const search = parsedOrRefused(searchRequest, request.body, reply)
    if (!search) return reply
    const { visibility } = personOf(request)
    const searched = await directory.search(search, visibility, whenGone(reply))
    switch (searched.kind) {
      case 'found':
        return reply.header('Cache-Control', 'no-store').send({
          learners: searched.learners.map((record) => listed(record, rules)),
          total: searched.total,
        })
      case 'invalid':
        return sendProblem(reply, {
          status: 400,
          code: 'invalid-condition',
          detail: searched.detail,
        })
      case 'too-slow':
        return sendProblem(reply, {
          status: 503,
          code: 'search-too-slow',
          detail: searched.detail,
        })
    }
  })
}

/** A learner as the search lists them, with the problem that their download row would carry. */
const listed = ({ learner, found }: ListedRecord, rules: EligibilityRules): ListedLearner => ({
  personCode: learner.personCode,
  uln: learner.uln,
  surname: learner.surname,
  firstName: learner.firstName,
  knownAs: learner.knownAs,
  dateOfBirth: learner.dateOfBirth,
  sex: learner.sex,
  active: learner.active,
  abilityToShare: learner.abilityToShare,
  problem: problemOf(found, rules),
})
