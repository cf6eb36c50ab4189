import { WorkbookError } from '../../office/workbook/error.ts'
import type { FiltersNow, GridCounts, OpenedSession, Session } from '../../office/workbook/port.ts'
import type { Desk } from '../desk.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'
import { createDecided } from './decisions/decided.ts'
import type { Decided } from './decisions/decided.ts'
import { followSelection } from './selection/followSelection.ts'
import type { SelectionFollower } from './selection/followSelection.ts'

/** The session of this workbook, as the pane knows it. */
export type SessionState =
  | { readonly kind: 'looking' }
  /** Excel refused to be looked at: there may be a session or none. */
  | { readonly kind: 'unread' }
  | { readonly kind: 'none'; readonly copies: readonly string[] }
  | { readonly kind: 'damaged'; readonly why: string; readonly close: () => Promise<void> }
  | OpenState

export interface OpenState {
  readonly kind: 'open'
  readonly session: Session
  readonly copies: readonly string[]
  readonly counts: GridCounts
  /** What the sheet is filtered by, whoever set it. */
  readonly filters: FiltersNow
  /** When the last run began, ISO 8601. */
  readonly lastRun: string | null
  /** Learners of the session whose answer has not come. */
  readonly wanted: readonly string[]
  /** The session is of another institution or environment: its row keys do not open here. */
  readonly foreign: boolean
  readonly follower: SelectionFollower
  readonly decided: Decided
}

export interface SessionRoom {
  readonly state: Store<SessionState>
  /** Finds the session of the workbook. */
  look(): Promise<void>
  /** Adds the worksheet for a new session and takes it as the open one. */
  begin(): Promise<Session>
  /** Reads all that is shown of the session anew, after the sheet was written. */
  recount(): Promise<void>
  /** Reads what rows there are and which are in sight, after the user sorted, filtered or deleted some. */
  reread(): Promise<void>
  /** Forgets the open session, which was closed. */
  leave(): void
}

type Reader = (session: Session) => Promise<Partial<OpenState>>

/** What names the institution in a session's manifest: row keys of another do not open here. */
export function institutionOf(desk: Desk): string {
  return desk.services.config.audience
}

export function createSessionRoom(desk: Desk): SessionRoom {
  const { workbook, config } = desk.services
  const state = createStore<SessionState>({ kind: 'looking' })
  let takeOff: (() => void)[] = []
  /** A reading under way, and one that was asked for meanwhile. */
  let reading = false
  let next: Reader | null = null

  const leave = () => {
    const now = state.get()
    if (now.kind === 'open') now.follower.stop()
    for (const each of takeOff) each()
    takeOff = []
    state.set({ kind: 'none', copies: [] })
  }

  /** The worksheet was deleted by hand: what the workbook kept beside it names people, and goes too. */
  const lose = (session: Session) => {
    const now = state.get()
    if (now.kind !== 'open' || now.session !== session) return
    leave()
    // Should Excel refuse, the next start or look at the workbook clears it away.
    void session.close().catch(() => undefined)
  }

  const view = async (session: Session) => ({
    counts: await session.counts(),
    filters: await session.filtersNow(),
  })

  const facts = async (session: Session) => {
    const [seen, manifest, learners] = [
      await view(session),
      await session.manifest(),
      await session.learners(),
    ]
    return { ...seen, lastRun: manifest.runs.at(-1) ?? null, wanted: learners.wanted }
  }

  const enter = async (session: Session, copies: readonly string[]) => {
    leave()
    // Until it is read, nobody may take the workbook for one without a session.
    state.set({ kind: 'unread' })
    const busy = () => desk.work.running.get() !== null
    const decided = createDecided()
    const follower = followSelection(desk.services, { session, decided }, desk.me, busy)
    const foreign =
      session.environment !== config.environmentName || session.institution !== institutionOf(desk)
    const found = await facts(session)
    state.set({ kind: 'open', session, copies, foreign, follower, decided, ...found })
    const follow = () => void follower.look()
    const lost = () => {
      lose(session)
    }
    const moved = () => {
      // While work runs it writes itself, and reads anew when it ends.
      if (!busy()) void read(view).catch(() => undefined)
    }
    const offs = [
      await session.onSelectionChanged(follow),
      await session.onRowsChanged(moved),
      await session.onSheetDeleted(lost),
    ]
    // What is selected is not looked at while work runs.
    const workEnded = desk.work.running.subscribe(() => {
      if (!busy()) follow()
    })
    takeOff = [workEnded, ...offs.map((off) => () => void off().catch(() => undefined))]
    follow()
  }

  const read = async (reader: Reader) => {
    const now = state.get()
    if (now.kind !== 'open') return
    if (reading) {
      // A reading of everything is not to be lost for one of less.
      next = next === facts ? facts : reader
      return
    }
    reading = true
    try {
      const found = await reader(now.session)
      state.change((then) =>
        then.kind === 'open' && then.session === now.session ? { ...then, ...found } : then,
      )
    } catch (error) {
      if (!(error instanceof WorkbookError) || error.code !== 'sheet-missing') throw error
      lose(now.session)
    } finally {
      reading = false
    }
    const waiting = next
    next = null
    if (waiting) await read(waiting)
    else await now.follower.look()
  }

  return {
    state,
    recount: () => read(facts),
    reread: () => read(view),
    leave,
    look: async () => {
      state.set({ kind: 'looking' })
      const opened: OpenedSession = await workbook.openSession().catch((error: unknown) => {
        state.set({ kind: 'unread' })
        throw error
      })
      if (opened.kind === 'open') await enter(opened.session, opened.copies)
      else if (opened.kind === 'none') state.set(opened)
      else state.set({ kind: 'damaged', why: opened.why, close: () => opened.close() })
    },
    begin: async () => {
      const session = await workbook.startSession({
        institution: institutionOf(desk),
        environment: config.environmentName,
      })
      await enter(session, [])
      return session
    },
  }
}
