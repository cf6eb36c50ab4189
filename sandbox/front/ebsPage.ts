import { escapeHtml, page } from '../html/page.ts'
import type { Attainments, AttainmentRow } from './attainments.ts'

const columns: readonly (readonly [heading: string, column: keyof AttainmentRow])[] = [
  ['Code', 'attainment_code'],
  ['Type', 'atype_attainment_type_code'],
  ['Description', 'description'],
  ['Grade', 'grade'],
  ['Awarded', 'date_awarded'],
  ['Aim', 'fes_qualification_aim'],
  ['Credits', 'cats_credits'],
  ['Source', 'source'],
  ['Source ID', 'source_id'],
  ['Created', 'created'],
  ['Updated', 'updated'],
]

function table({ learner, rows }: Attainments): string {
  const head = columns.map(([heading]) => `<th scope="col">${heading}</th>`).join('')
  const cell = (row: AttainmentRow, column: keyof AttainmentRow) =>
    `<td>${escapeHtml(row[column] ?? '')}</td>`
  const body = rows
    .map((row) => `<tr>${columns.map(([, column]) => cell(row, column)).join('')}</tr>`)
    .join('')
  return `<table><caption>ATTAINMENTS of ${escapeHtml(learner)}: ${rows.length}</caption>
<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

/** The read-only look into ebs: a field for the person code, and that learner's ATTAINMENTS. */
export function ebsPage(asked: string, found: Attainments | null): string {
  const nobody =
    asked !== '' && found === null
      ? `<p role="status">There is no learner with the person code ${escapeHtml(asked)}.</p>`
      : ''
  return page({
    title: 'A look into ebs',
    place: 'Sandbox College · ebs',
    wide: true,
    body: `<h1>A look into ebs</h1>
<form class="inline" method="get"><div><label for="person">Person Code</label>
<input id="person" name="person" inputmode="numeric" value="${escapeHtml(asked)}"></div>
<button type="submit">Show</button></form>
${nobody}${found === null ? '' : table(found)}`,
  })
}
