/* global Office, Excel, document, Blob */
// A small add-in as anybody would write one: it shows what it did in its <output>.

const say = (text) => {
  document.querySelector('output').textContent = text
}

const headings = ['Learner', 'Surname', 'Subject', 'Grade', 'Points', 'Status']
const surnames = ['Smith', 'Okafor', 'Nowak', 'Patel', 'Jones', 'O’Neill', 'Żak', 'Evans']
const subjects = ['English Language', 'Mathematics', 'Biology', 'Art and Design']
const states = ['New', 'Same', 'Changed', 'Review']

const rowsOf = (count) =>
  Array.from({ length: count }, (_, index) => [
    1042 + index,
    surnames[index % surnames.length],
    subjects[index % subjects.length],
    String(1 + ((index * 7) % 9)),
    (index * 13) % 60,
    states[index % states.length],
  ])

const writeTable = (count) => async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet()
    const rows = rowsOf(count)
    const block = 5000
    sheet.getRange('A1:F1').values = [headings]
    for (let first = 0; first < rows.length; first += block) {
      const part = rows.slice(first, first + block)
      const range = sheet.getRangeByIndexes(first + 1, 0, part.length, headings.length)
      range.getColumn(3).numberFormat = part.map(() => ['@'])
      range.values = part
      await context.sync()
    }
    const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, count + 1, headings.length), true)
    table.name = 'Demo'
    sheet.freezePanes.freezeRows(1)
    const rule = table.getDataBodyRange().conditionalFormats.add(Excel.ConditionalFormatType.custom)
    rule.custom.rule.formula = '=$F2="New"'
    rule.custom.format.fill.color = '#DDF3E4'
    await context.sync()
    say(`Wrote ${count} rows`)
  })
}

const readSelection = async () => {
  await Excel.run(async (context) => {
    const areas = context.workbook.getSelectedRanges()
    areas.load('address')
    await context.sync()
    say(`Selected ${areas.address}`)
  })
}

const saveSetting = () => {
  Office.context.document.settings.set('page', 2)
  Office.context.document.settings.saveAsync(({ status }) => {
    say(`Settings ${status}`)
  })
}

const openDialog = () => {
  const options = { displayInIframe: true, width: 40, height: 40 }
  Office.context.ui.displayDialogAsync(
    new URL('dialog.html', document.baseURI).href,
    options,
    (opened) => {
      if (opened.error) {
        say(`Dialog error ${opened.error.code}`)
        return
      }
      const dialog = opened.value
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, ({ message }) => {
        say(`Dialog says ${message}`)
        if (message === 'done') dialog.close()
        else setTimeout(() => dialog.messageChild('hello'), 0)
      })
      dialog.addEventHandler(Office.EventType.DialogEventReceived, ({ error }) => {
        say(`Dialog closed with ${error}`)
      })
    },
  )
}

const download = () => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['a,b\n1,2\n'], { type: 'text/csv' }))
  link.download = 'demo.csv'
  link.click()
}

const openBook = async () => {
  await Excel.createWorkbook()
  say('Opened a workbook')
}

const guarded = (run) => async () => {
  try {
    await run()
  } catch (error) {
    say(`${error.code}: ${error.message}`)
  }
}

Office.onReady(async ({ host, platform }) => {
  const actions = {
    write: writeTable(40),
    many: writeTable(20_000),
    read: readSelection,
    save: saveSetting,
    dialog: openDialog,
    download,
    book: openBook,
  }
  for (const [id, run] of Object.entries(actions)) {
    document.getElementById(id).addEventListener('click', guarded(run))
  }
  await Excel.run(async (context) => {
    context.workbook.worksheets.onSelectionChanged.add(async ({ address }) => {
      document.body.dataset.selection = address
    })
    await context.sync()
  })
  say(`Ready in ${host} on ${platform}`)
})
