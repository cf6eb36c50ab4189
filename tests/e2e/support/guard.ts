import type { BrowserContext, Page } from '@playwright/test'

export interface Guard {
  /** What went wrong in any page or frame so far; empty when all is well. */
  readonly complaints: readonly string[]
}

const mark = 'policy violation:'

/**
 * Watches every page of a context, frames and popups included: errors nobody caught, violations of a
 * Content-Security-Policy, and requests that leave this machine's own addresses.
 */
export async function watch(context: BrowserContext): Promise<Guard> {
  const complaints: string[] = []
  await context.addInitScript((text) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`${text} ${event.violatedDirective} ${event.blockedURI} in ${location.href}`)
    })
  }, mark)
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => complaints.push(`error in ${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      if (message.text().startsWith(mark)) complaints.push(message.text())
    })
  }
  context.pages().forEach(watchPage)
  context.on('page', watchPage)
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const ours = hostname === 'localhost' || hostname === '127.0.0.1'
    if (/^(https?|wss?):$/.test(protocol) && !ours) {
      complaints.push(`a request left this machine: ${request.url()}`)
    }
  })
  return { complaints }
}
