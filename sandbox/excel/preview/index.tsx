import './theme/quietFonts.ts'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { workbookHook } from './hook.ts'
import { startPreview } from './start.ts'
import { registerPreviewIcons } from './theme/icons.tsx'
import { readOptions } from './workbook/books.ts'

const root = document.getElementById('preview')
if (!root) throw new Error('preview.html has no element with the id preview.')

registerPreviewIcons()
const worker = new Worker(new URL('../richapi/worker.ts', import.meta.url), {
  name: JSON.stringify(readOptions(location.search)),
})

startPreview(worker, window).then(
  (preview) => {
    Object.assign(window, { __workbook: workbookHook(preview.client, preview.store) })
    createRoot(root).render(<App preview={preview} />)
  },
  (cause: unknown) => {
    root.className = 'broken'
    root.textContent = cause instanceof Error ? cause.message : 'The preview could not be started.'
  },
)
