import { createWorkbook } from '../model/sheets.ts'
import { createRichApi } from './create.ts'
import { serveWorkbook } from './serve.ts'

/**
 * The worker of the preview: one workbook and its RichApi, for the page that started it. The worker's
 * name, given by the page, holds the workbook's options as JSON (`WorkbookOptions`).
 */
const workbook = createWorkbook(self.name === '' ? {} : JSON.parse(self.name))

serveWorkbook(
  {
    postMessage: (message: unknown) => {
      self.postMessage(message)
    },
    set onmessage(listener: ((message: MessageEvent) => void) | null) {
      self.onmessage = listener
    },
    get onmessage() {
      return null
    },
  },
  workbook,
  createRichApi(workbook),
)
