const ignore = (): void => undefined

const element = (): object => ({
  style: {},
  setAttribute: ignore,
  appendChild: ignore,
  addEventListener: ignore,
})

/**
 * As much of a window as office.js touches while it is being evaluated. The values of this realm are
 * handed in, so that arrays, errors and promises of the library are those of the code under test.
 */
export const stubWindow = (): Record<string, unknown> => {
  const window: Record<string, unknown> = {
    JSON,
    Date,
    Error,
    Promise,
    addEventListener: ignore,
    removeEventListener: ignore,
    location: {
      href: 'https://localhost/taskpane.html',
      origin: 'https://localhost',
      protocol: 'https:',
      host: 'localhost',
      hostname: 'localhost',
      pathname: '/taskpane.html',
      search: '',
      hash: '',
    },
    navigator: { userAgent: 'node', platform: '', language: 'en-GB' },
    document: {
      getElementsByTagName: () => [],
      createElement: element,
      addEventListener: ignore,
      head: element(),
      body: element(),
      cookie: '',
      readyState: 'complete',
      URL: 'https://localhost/taskpane.html',
    },
    history: {},
    performance,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
  }
  for (const name of ['window', 'self', 'parent', 'top']) window[name] = window
  return window
}
