/**
 * Properties take other examples at every run, so that they go on finding things; in CI they take the
 * same ones, so that a change is judged by itself. FC_SEED names a seed to go back to.
 */
import fc from 'fast-check'

const { CI, FC_SEED } = process.env
const seed = FC_SEED ?? (CI ? '20261124' : undefined)
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) })
