import type { Me } from '../../contract/index.ts'
import { createDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import type { Message } from './frame/message.ts'
import { openingMessage } from './frame/opening.ts'
import { createQuestions } from './frame/questions.ts'
import { createWork } from './frame/work.ts'
import { createSaved } from './learners/condition/saved.ts'
import type { Saved } from './learners/condition/saved.ts'
import { createLearners } from './learners/learners.ts'
import type { Learners } from './learners/learners.ts'
import type { Services } from './services.ts'
import { createSessionRoom } from './session/openSession.ts'
import type { SessionRoom } from './session/openSession.ts'
import { createRuns } from './session/run/runs.ts'
import type { Runs } from './session/run/runs.ts'
import { createTrail } from './session/update/trail.ts'
import type { Trail } from './session/update/trail.ts'
import { createUpdates } from './session/update/updates.ts'
import type { Updates } from './session/update/updates.ts'
import { createStore } from './store.ts'
import { createWords } from './words.ts'

/** Everything behind the screens of somebody signed in. */
export interface Model {
  readonly desk: Desk
  readonly room: SessionRoom
  readonly runs: Runs
  readonly updates: Updates
  readonly trail: Trail
  readonly learners: Learners
  readonly saved: Saved
}

export function createModel(services: Services, me: Me, signedOut: () => void): Model {
  const words = createWords(services.host.locale())
  const { supportContact } = services.config
  const opening = openingMessage(me, { supportContact, words, now: services.clock.now() })
  const desk = createDesk(
    {
      services,
      me,
      words,
      work: createWork(services.clock),
      questions: createQuestions(),
      message: createStore<Message | null>(opening),
    },
    signedOut,
  )
  const room = createSessionRoom(desk)
  const runs = createRuns(desk, room)
  const updates = createUpdates(desk, room)
  const learners = createLearners(desk, room, runs)
  return {
    desk,
    room,
    runs,
    updates,
    trail: createTrail(desk, updates),
    learners,
    saved: createSaved(desk, learners),
  }
}
