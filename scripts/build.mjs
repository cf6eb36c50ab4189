/** `npm run build`: production bundles into dist/, and dist/manifest.xml when PUBLIC_URL is set. */
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'

await main(async () => {
  await ensureInstalled()
  const { buildPane, buildServer, writeManifest } = await import('./lib/build.mjs')
  await buildPane()
  await buildServer()
  const { PUBLIC_URL } = process.env
  if (PUBLIC_URL) writeManifest(PUBLIC_URL)
  console.log(
    PUBLIC_URL
      ? `Built into dist/, with dist/manifest.xml for ${PUBLIC_URL}.`
      : 'Built into dist/. Set PUBLIC_URL to get dist/manifest.xml too.',
  )
})
