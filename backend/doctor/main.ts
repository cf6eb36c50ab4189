/** `npm run doctor`: checks a configuration against the real ebs, LRS and identity provider. */
import { readArguments } from './arguments.ts'
import { runDoctor } from './doctor.ts'

const read = readArguments(process.argv.slice(2))
if (read.kind === 'usage') {
  process.stderr.write(read.text)
  process.exitCode = 1
} else {
  process.exitCode = await runDoctor(read.wanted, {
    env: process.env,
    input: process.stdin,
    output: process.stdout,
    now: () => new Date(),
  })
}
