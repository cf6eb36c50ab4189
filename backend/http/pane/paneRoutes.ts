import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { freshNonce } from './nonce.ts'
import { contentSecurityPolicy } from './policy.ts'
import type { PolicyAddresses } from './policy.ts'

export interface PaneDependencies extends PolicyAddresses {
  /** The folder of the built pane: `pages/*.html` and `assets/`. */
  readonly folder: string
}

const aYear = 31_536_000

/**
 * The built pane. Its pages are filled in for each response with a fresh nonce and the address of
 * office.js, and never cached; files whose name carries a hash are kept for a year.
 */
export async function paneRoutes(app: FastifyInstance, pane: PaneDependencies): Promise<void> {
  const pages = readPages(join(pane.folder, 'pages'))
  const sendPage = (reply: FastifyReply, page: string): FastifyReply => {
    const nonce = freshNonce()
    return reply
      .header('Content-Security-Policy', contentSecurityPolicy(nonce, pane))
      .header('Cache-Control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__NONCE__', nonce).replaceAll('__OFFICE_JS_URL__', pane.officeJsUrl))
  }
  for (const [name, page] of pages) {
    // Sign-in pages stand under /assets, the address that the identity provider knows.
    for (const path of [`/${name}`, `/assets/${name}`]) {
      app.get(path, (_request, reply) => sendPage(reply, page))
    }
  }
  if (!pages.has('taskpane.html')) {
    app.get('/taskpane.html', (_request, reply) =>
      reply.code(503).type('text/plain').send('The pane is not built yet: run npm run build.'),
    )
  }

  const assets = join(pane.folder, 'assets')
  if (!existsSync(assets)) return
  await app.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders(response, path) {
      const hashed = /\.[0-9a-f]{10}\.\w+$/.test(path)
      const kept = hashed ? `public, max-age=${aYear}, immutable` : 'no-cache'
      response.setHeader('Cache-Control', kept)
    },
  })
}

function readPages(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map()
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}
