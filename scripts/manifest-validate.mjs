/** `npm run manifest:validate`: asks Microsoft's service about the manifest; nothing of it is offline. */
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { node } from './lib/run.mjs'

const service = 'https://validationgateway.omex.office.net/package/api/check'

async function reachable() {
  try {
    await fetch(service, { method: 'HEAD', signal: AbortSignal.timeout(10_000) })
    return true
  } catch {
    return false
  }
}

await main(async () => {
  await ensureInstalled()
  if (!(await reachable())) {
    console.log(
      'Microsoft’s validation service cannot be reached from here. Run this again where it can; npm test checks the manifest offline.',
    )
    return 1
  }
  return node(['node_modules/office-addin-manifest/cli.js', 'validate', 'manifest.xml'])
})
