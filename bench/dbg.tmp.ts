import { testDatabase } from '../sandbox/ebs/index.ts'
import { fillEbs } from './search/fill.ts'
import { withClient } from '../sandbox/ebs/database.ts'
const s = await testDatabase()
console.log(s.url)
console.time('fill'); await fillEbs(s.url).catch(e=>console.log(e)); console.timeEnd('fill')
setInterval(()=>undefined, 1000)
setTimeout(()=>process.exit(), 1500000)
