/** Makes what tests in a browser need: pane and preview from the sources as they are, and a browser. */
import { needBrowser } from './browser.mjs'
import { buildPane, buildPreview } from './build.mjs'
import { main } from './main.mjs'

await main(async () => {
  await buildPane()
  await buildPreview()
  needBrowser()
})
