import { createHash } from 'node:crypto'

const style = `
:root{color-scheme:light dark;--page:#f3f2f1;--card:#fff;--ink:#201f1e;--soft:#605e5c;--line:#8a8886;--act:#0f6cbd;--bad:#a4262c}
@media (prefers-color-scheme:dark){:root{--page:#1b1a19;--card:#292827;--ink:#f3f2f1;--soft:#c8c6c4;--line:#979593;--act:#2886de;--bad:#f1707b}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--page);color:var(--ink);font:15px/1.45 'Segoe UI',system-ui,sans-serif}
main{width:min(var(--wide,420px),calc(100vw - 32px));margin:16px;padding:36px 40px;background:var(--card);border-radius:8px;box-shadow:0 2px 12px #0002}
p.place{margin:0 0 20px;color:var(--soft);font-weight:600}
h1{margin:0 0 20px;font-size:24px;font-weight:600}
label{display:block;margin:16px 0 4px;font-weight:600}
input{width:100%;padding:8px 10px;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:4px}
input:focus,button:focus-visible{outline:2px solid var(--act);outline-offset:1px}
button{margin-top:24px;width:100%;padding:9px 20px;font:inherit;font-weight:600;color:#fff;background:#0f6cbd;border:0;border-radius:4px;cursor:pointer}
button:hover{background:#115ea3}
.error{margin:0 0 8px;color:var(--bad)}
.wide{--wide:1280px}
form.inline{display:flex;gap:12px;align-items:end;max-width:420px}form.inline label{margin:0}form.inline>div{flex:1}form.inline button{margin:0;width:auto}
table{width:100%;margin-top:24px;border-collapse:collapse;font-size:13px}
caption{text-align:left;font-weight:600;padding-bottom:8px}
th,td{padding:6px 10px 6px 0;text-align:left;vertical-align:top;border-bottom:1px solid color-mix(in srgb,var(--line) 30%,transparent)}
.number{text-align:right;font-variant-numeric:tabular-nums}.new{font-weight:600}
.hint{margin:28px 0 0;padding-top:16px;border-top:1px solid color-mix(in srgb,var(--line) 40%,transparent);font-size:13px;color:var(--soft)}
dl{margin:8px 0 0}dt{color:var(--ink)}dd{margin:0 0 6px}
`
const styleHash = createHash('sha256').update(style).digest('base64')

/** Text as it may stand in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

export interface Page {
  readonly title: string
  /** Where one is: the line above the heading. */
  readonly place: string
  /** HTML already. */
  readonly body: string
  /** A page for a table; else a card for a form. */
  readonly wide?: boolean
}

/** A whole HTML page of one of the sandbox's own servers. */
export function page({ title, place, body, wide = false }: Page): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main${wide ? ' class="wide"' : ''}><p class="place">${escapeHtml(place)}</p>${body}</main></body>
</html>`
}

/**
 * The policy of such a page: no script, its own style, forms to this service. A browser holds the
 * redirects after a form to the same list, so the pages signed in to are on it.
 */
export function pagePolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action 'self' ${formTargets.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
