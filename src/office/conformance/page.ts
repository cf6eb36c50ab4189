import { officeGlobals } from '../globals.ts'
import { allCases } from './cases/all.ts'
import type { CaseResult, ConformanceReport } from './report.ts'
import { createRunner } from './run.ts'
import { selectAreasByOffice } from './selectAreas.ts'

/** The page that a person opens in a real Excel: runs every case there and saves one report. */
const element = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`conformance.html has no #${id}`)
  return found
}
const run = element('run')
const save = element('save')
const note = element('note')
const list = element('cases')
const shown = element('report')

function say(text: string): void {
  note.textContent = text
}

function show({ name, outcome, detail }: CaseResult): void {
  const item = document.createElement('li')
  item.dataset['outcome'] = outcome
  item.textContent = `${outcome}: ${name}${detail === undefined ? '' : `: ${detail}`}`
  list.append(item)
}

/** The highest ExcelApi version that this Excel says it has. */
function excelApi(): string {
  for (let minor = 40; minor > 0; minor -= 1) {
    const version = `1.${String(minor)}`
    if (Office.context.requirements.isSetSupported('ExcelApi', version)) return version
  }
  return '1.0'
}

async function runAll(): Promise<ConformanceReport> {
  const globals = officeGlobals()
  const runner = createRunner(globals, selectAreasByOffice(globals))
  const cases: CaseResult[] = []
  for (const one of allCases) {
    say(`${String(cases.length + 1)} of ${String(allCases.length)}: ${one.name}`)
    const result = await runner.run(one)
    cases.push(result)
    show(result)
  }
  const { platform, version } = Office.context.diagnostics
  return {
    format: 1,
    at: new Date().toISOString(),
    host: { platform: String(platform), version, excelApi: excelApi() },
    cases,
  }
}

function download(report: ConformanceReport): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(report, null, 2)]))
  link.download = `excel-${report.host.platform}-${report.host.version}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}

run.addEventListener('click', () => {
  list.replaceChildren()
  run.setAttribute('disabled', '')
  runAll().then(
    (report) => {
      const failed = report.cases.filter(({ outcome }) => outcome === 'failed').length
      say(
        `Done: ${String(report.cases.length - failed)} passed or skipped, ${String(failed)} failed.`,
      )
      shown.textContent = JSON.stringify(report, null, 2)
      save.removeAttribute('disabled')
      save.onclick = () => {
        download(report)
      }
      run.removeAttribute('disabled')
    },
    (error: unknown) => {
      say(`The run broke off: ${String(error)}`)
      run.removeAttribute('disabled')
    },
  )
})

Office.onReady().then(
  (info) => {
    if (String(info.host) !== 'Excel') {
      say('Open this page in the task pane of Excel.')
      return
    }
    say('Ready.')
    run.removeAttribute('disabled')
  },
  (error: unknown) => {
    say(`Office.js did not start: ${String(error)}`)
  },
)
