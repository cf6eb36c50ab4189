import { randomUUID } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { createInterface } from 'node:readline'
import { downloadFrame, previewFrame, updateFrame } from '../../contract/index.ts'
import type {
  DownloadFrame,
  PreviewFrame,
  UpdateFrame,
  UpdateRequest,
} from '../../contract/index.ts'
import type { Sandbox } from '../../sandbox/startSandbox.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

interface Asked {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** The backend's routes as a program of somebody signed in (or of nobody) sees them. */
export interface Api {
  ask(path: string, asked?: Asked): Promise<Answer>
  download(personCodes: readonly string[]): AsyncGenerator<DownloadFrame>
  preview(request: UpdateRequest): AsyncGenerator<PreviewFrame>
  /** @param key of idempotency; a new one when left out */
  update(request: UpdateRequest, key?: string): AsyncGenerator<UpdateFrame>
}

const admin = 'admin@college.example'

/** Where the backend is, and who signs people in. */
export type Reach = Pick<Sandbox, 'address' | 'authority' | 'identity'>

/** @param account null for nobody signed in */
export async function createApi(sandbox: Reach, account: string | null = admin): Promise<Api> {
  const token = account === null ? null : await sandbox.identity.token(account)
  const { request } = sandbox.address.startsWith('https:') ? https : http
  const open = (path: string, { method, body, headers }: Asked) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const call = request(
        `${sandbox.address}${path}`,
        {
          ca: sandbox.authority,
          agent: false,
          method: method ?? (body === undefined ? 'GET' : 'POST'),
          headers: {
            ...(token === null ? {} : { authorization: `Bearer ${token}` }),
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        resolve,
      )
      call.on('error', reject)
      call.end(body === undefined ? undefined : JSON.stringify(body))
    })

  const ask = async (path: string, asked: Asked = {}): Promise<Answer> => {
    const message = await open(path, asked)
    let text = ''
    for await (const part of message) text += String(part)
    const json =
      /^application\/(problem\+)?json/.test(message.headers['content-type'] ?? '') && text !== ''
    return {
      status: message.statusCode ?? 0,
      headers: message.headers,
      body: json ? (JSON.parse(text) as unknown) : text,
    }
  }

  async function* frames<Frame>(
    path: string,
    asked: Asked,
    schema: { parse(value: unknown): Frame },
  ): AsyncGenerator<Frame> {
    const message = await open(path, asked)
    if (message.statusCode !== 200) {
      let text = ''
      for await (const part of message) text += String(part)
      throw new Error(`${path} answered ${message.statusCode}: ${text}`)
    }
    try {
      for await (const line of createInterface({ input: message })) {
        yield schema.parse(JSON.parse(line))
      }
    } finally {
      message.destroy()
    }
    if (!message.complete) throw new Error(`${path} was cut off.`)
  }

  return {
    ask,
    download: (personCodes) => frames('/api/downloads', { body: { personCodes } }, downloadFrame),
    preview: (body) => frames('/api/updates/preview', { body }, previewFrame),
    update: (body, key = randomUUID()) =>
      frames('/api/updates', { body, headers: { 'idempotency-key': key } }, updateFrame),
  }
}

/** All frames of a stream. */
export async function all<Frame>(stream: AsyncIterable<Frame>): Promise<Frame[]> {
  const frames: Frame[] = []
  for await (const frame of stream) frames.push(frame)
  return frames
}

/** The frames of one type, typed as such. */
export function ofType<Frame extends { type: string }, Type extends Frame['type']>(
  frames: readonly Frame[],
  type: Type,
): Extract<Frame, { type: Type }>[] {
  return frames.filter((frame): frame is Extract<Frame, { type: Type }> => frame.type === type)
}

/** The grid rows of a download. */
export async function rowsOf(api: Api, personCodes: readonly string[]) {
  return ofType(await all(api.download(personCodes)), 'learner').flatMap(({ rows }) => rows)
}

/** The row keys of rows that have one. */
export const keysOf = (rows: readonly { rowKey: string | null }[]): string[] =>
  rows.flatMap(({ rowKey }) => (rowKey === null ? [] : [rowKey]))
