import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { pagePolicy } from '../html/page.ts'
import { accounts, password } from '../identity/accounts.ts'
import { readAttainments } from './attainments.ts'
import { ebsPage } from './ebsPage.ts'
import { findFile } from './files.ts'

export interface PreviewOptions {
  /** The repository: its manifest, the built preview, and office.js are read from there. */
  readonly root: string
  /** `https://localhost:PORT` */
  readonly address: string
  readonly lrsControlUrl: string
  readonly ebsUrl: string
}

/** What the preview page may load: itself alone; styles are made in the page by Fluent and the grid. */
const previewPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ')

/** The address that the manifest in the repository names. */
const manifestAddress = 'https://localhost:3000'

/** The routes under `/preview`: page, settings, manifest, office.js from npm, and the look into ebs. */
export function addPreview(app: FastifyInstance, options: PreviewOptions): void {
  const { root, address, lrsControlUrl, ebsUrl } = options
  const built = join(root, '.cache/preview')
  const officeJs = join(root, 'node_modules/@microsoft/office-js/dist')

  app.get('/preview', (_request, reply) =>
    sendFile(
      reply.header('content-security-policy', previewPolicy).header('cache-control', 'no-store'),
      built,
      'preview.html',
    ),
  )

  app.get<{ Params: { '*': string } }>('/preview/*', (request, reply) =>
    sendFile(reply.header('cache-control', 'no-cache'), built, request.params['*']),
  )

  app.get<{ Params: { '*': string } }>('/preview/office-js/*', (request, reply) =>
    sendFile(reply.header('cache-control', 'max-age=3600'), officeJs, request.params['*']),
  )

  app.get('/preview/settings.json', () => ({
    paneUrl: `${address}/taskpane.html`,
    manifestUrl: '/preview/manifest.xml',
    lrsControlUrl,
    ebsUrl: '/preview/ebs',
    accounts: accounts.map(({ name, note }) => ({ name, role: note, password })),
  }))

  app.get('/preview/manifest.xml', async (_request, reply) => {
    const manifest = await readFile(join(root, 'manifest.xml'), 'utf8')
    return reply.type('application/xml').send(manifest.replaceAll(manifestAddress, address))
  })

  app.get<{ Querystring: { person?: string } }>('/preview/ebs', async (request, reply) => {
    const asked = String(request.query.person ?? '').trim()
    const found = asked === '' ? null : await readAttainments(ebsUrl, asked)
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy([]))
      .header('cache-control', 'no-store')
      .send(ebsPage(asked, found))
  })
}

async function sendFile(reply: FastifyReply, folder: string, path: string): Promise<FastifyReply> {
  const file = await findFile(folder, path)
  if (file === null) return reply.code(404).type('text/plain').send('There is no such file.')
  return reply.type(file.type).header('content-length', file.length).send(file.open())
}
