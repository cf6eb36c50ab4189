/** The comparison bench in a process of its own: its results as JSON. */
import { comparison } from './comparison.ts'

process.stdout.write(JSON.stringify(comparison()))
