/** A process that makes one update and may be killed at any moment. Arguments: database, file of row keys, key. */
import { readFile } from 'node:fs/promises'
import { admin, never, testCollege } from '../support/college.ts'

const [url = '', file = '', key = ''] = process.argv.slice(2)
const college = await testCollege({ url, pace: { learnersAtOnce: 5, transactionsAtOnce: 2 } })
const rowKeys: string[] = JSON.parse(await readFile(file, 'utf8'))
const begun = await college.updates.begin({ rowKeys }, key, admin, never)
if (begun.kind !== 'running') throw new Error(begun.kind)
for await (const frame of begun.frames) process.stdout.write(`${frame.type}\n`)
await college.close()
