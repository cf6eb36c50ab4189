import { readFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { localhostCertificate } from './certificate.ts'

const demoFolder = dirname(fileURLToPath(import.meta.url))
const officeJs = dirname(
  createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'),
)

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
}

const settings = {
  paneUrl: '/demo/addin.html',
  manifestUrl: '/demo/manifest.xml',
  lrsControlUrl: '/demo/addin.html',
  ebsUrl: '/demo/addin.html',
  accounts: [{ name: 'admin@college.example', role: 'Admin', password: 'sandbox' }],
}

/** The preview with the demo add-in, on a free port of this machine. */
export interface DemoServer {
  address: string
  close(): Promise<void>
}

/** @param previewFolder where webpack has put the preview */
export async function serveDemo(previewFolder: string): Promise<DemoServer> {
  const fileOf = (path: string): string => {
    if (path === '/preview') return join(previewFolder, 'preview.html')
    const folders = {
      '/preview/office-js/': officeJs,
      '/preview/': previewFolder,
      '/demo/': demoFolder,
    }
    const [prefix, folder] = Object.entries(folders).find(([one]) => path.startsWith(one)) ?? []
    return prefix && folder ? join(folder, normalize(`/${path.slice(prefix.length)}`)) : ''
  }
  const server = createServer(localhostCertificate(), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'https://localhost')
    if (pathname === '/preview/settings.json') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(settings))
      return
    }
    const file = fileOf(pathname)
    readFile(file).then(
      (content) => {
        response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
        response.end(content)
      },
      () => {
        response.writeHead(404).end()
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = addressOf(server.address())
  return {
    address: `https://localhost:${String(port)}/preview`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address
}
