import { z } from 'zod'

const whole = (fallback: number, most: number) =>
  z.coerce.number().int().min(0).max(most).default(fallback)

const schema = z.object({
  PORT: whole(3000, 65_535),
  SANDBOX_LEARNERS: whole(2000, 1_000_000),
  SANDBOX_SEED: whole(1, 2_147_483_647),
  SANDBOX_LRS_DELAY_MS: whole(150, 600_000),
  SANDBOX_LRS_FAULTS: z.string().default(''),
})

export interface SandboxEnvironment {
  readonly port: number
  readonly learners: number
  readonly seed: number
  readonly lrsDelayMs: number
  readonly lrsFaults: string
}

/**
 * What the environment says of the sandbox; an empty text counts as not set.
 * @throws when a value is not of its kind; names every such variable
 */
export function readSandboxEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): SandboxEnvironment {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = schema.safeParse(set)
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => path.join('.')))]
    throw new Error(
      `${names.join(', ')} must be a whole number that makes sense. Mend it and start again.`,
    )
  }
  const values = read.data
  return {
    port: values.PORT,
    learners: values.SANDBOX_LEARNERS,
    seed: values.SANDBOX_SEED,
    lrsDelayMs: values.SANDBOX_LRS_DELAY_MS,
    lrsFaults: values.SANDBOX_LRS_FAULTS,
  }
}
