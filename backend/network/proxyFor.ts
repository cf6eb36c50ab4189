/** `HTTPS_PROXY` and `NO_PROXY` as they stand in the environment. */
export interface ProxyRule {
  readonly proxy: string | null
  readonly noProxy: string | null
}

/**
 * The proxy to reach `url` through, or null to go straight. `NO_PROXY` is a list, by commas or
 * blanks, of hosts, `.domain` or `*.domain` endings, either with `:port`, or `*` for everything.
 */
export function proxyFor(url: URL, rule: ProxyRule): string | null {
  if (rule.proxy === null || rule.proxy === '') return null
  const port = url.port === '' ? '443' : url.port
  const host = withoutBrackets(url.hostname).toLowerCase()
  const exceptions = (rule.noProxy ?? '').toLowerCase().split(/[\s,]+/)
  return exceptions.some((exception) => matches(exception, host, port)) ? null : rule.proxy
}

function matches(exception: string, host: string, port: string): boolean {
  if (exception === '') return false
  if (exception === '*' || withoutBrackets(exception) === host) return true
  const [, name = '', exceptionPort] = /^(.*?)(?::(\d+))?$/.exec(exception) ?? []
  if (exceptionPort !== undefined && exceptionPort !== port) return false
  const ending = withoutBrackets(name).replace(/^\*/, '')
  return ending.startsWith('.')
    ? host.endsWith(ending)
    : host === ending || host.endsWith(`.${ending}`)
}

/** An IPv6 address as it stands where no port follows. */
const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '')
