import { createHastyClock } from '../../api/testing/fakeClock.ts'
import type { Me } from '../../../contract/index.ts'
import type { SignInEnd } from '../../api/signin/way.ts'
import type { Question } from '../frame/questions.ts'
import { createModel } from '../model.ts'
import type { Model } from '../model.ts'
import type { SavedFile, Services } from '../services.ts'
import { createFakeApi } from './fakeApi.ts'
import type { FakeApi } from './fakeApi.ts'
import { createFakeWorkbook } from './fakeWorkbook.ts'
import type { FakeWorkbook } from './fakeWorkbook.ts'
import { configOf, meOf } from './people.ts'

/** A pane without a screen: everything around it in memory. */
export interface Scene {
  readonly model: Model
  readonly services: Services
  readonly api: FakeApi
  readonly workbook: FakeWorkbook
  readonly files: SavedFile[]
  /** How often the pane found that the sign-in had ended. */
  readonly signedOut: () => number
  /** Answers every question of this kind as soon as it is asked. */
  answer<K extends Question['kind']>(
    kind: K,
    how: (question: Extract<Question, { kind: K }>) => void,
  ): void
  /** The questions asked so far. */
  readonly asked: Question['kind'][]
}

export function createScene(parts: Partial<Me> = {}): Scene {
  const api = createFakeApi()
  const workbook = createFakeWorkbook()
  const files: SavedFile[] = []
  let out = 0
  const services = servicesOf(api, workbook, files)
  const model = createModel(services, meOf(parts), () => {
    out += 1
  })
  const asked: Question['kind'][] = []
  const { open } = model.desk.questions
  open.subscribe(() => {
    const question = open.get()
    if (question) asked.push(question.kind)
  })
  return {
    model,
    services,
    api,
    workbook,
    files,
    asked,
    signedOut: () => out,
    answer: (kind, how) => {
      open.subscribe(() => {
        const question = open.get()
        if (question && isOf(question, kind)) how(question)
      })
    },
  }
}

function isOf<K extends Question['kind']>(
  question: Question,
  kind: K,
): question is Extract<Question, { kind: K }> {
  return question.kind === kind
}

export function servicesOf(api: FakeApi, workbook: FakeWorkbook, files: SavedFile[]): Services {
  return {
    config: configOf({}),
    api,
    workbook,
    signIn: signInOf({ kind: 'signed-in' }),
    host: {
      ready: () => Promise.resolve({ kind: 'excel', platform: 'OfficeOnline' }),
      theme: () => 'light',
      onThemeChanged: () => () => undefined,
      locale: () => 'en-GB',
      supports: () => true,
      openDialog: () => Promise.resolve({ kind: 'refused', why: 'failed' }),
      openBrowser: () => undefined,
    },
    clock: createHastyClock(),
    makeFile: (kind, table) => Promise.resolve(new Blob([kind, String(table.rows.length)])),
    saveFile: (file) => {
      files.push(file)
      return Promise.resolve()
    },
    newId: () => 'new-id',
  }
}

/** Signing in that ends so; nobody is signed in before. */
export function signInOf(end: SignInEnd): Services['signIn'] {
  return {
    resume: () => Promise.resolve(false),
    signIn: () => Promise.resolve(end),
    signOut: () => Promise.resolve(),
    current: () => Promise.resolve('token'),
    renew: () => Promise.resolve('token'),
  }
}
