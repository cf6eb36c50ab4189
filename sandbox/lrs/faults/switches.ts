import { isFault, isShape, type FaultName, type ShapeName, type SwitchName } from './names.ts'

/** One switch that is on: for a share of all calls, or for one ULN. */
export interface Switch {
  readonly name: SwitchName
  /** 0 to 1. */
  readonly rate: number
  /** Null: for everybody. */
  readonly uln: string | null
}

/** What is to go wrong with one call. */
export interface Chosen {
  readonly fault: FaultName | null
  readonly shapes: ReadonlySet<ShapeName>
}

/**
 * Reads a list such as `timeout:0.01,maintenance@9000000016,shuffled`: a name, `@` a ULN that alone
 * is hit, `:` the share of calls (1 when left out). Throws when a name or a share is unknown.
 */
export function readSwitches(list: string): readonly Switch[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = '', uln = null, share = '1'] =
        /^([a-z-]+)(?:@(\d+))?(?::([\d.]+))?$/.exec(part) ?? []
      const rate = Number(share)
      if (!(isFault(name) || isShape(name)) || !(rate >= 0 && rate <= 1)) {
        throw new Error(
          `"${part}" is no fault of the LRS simulator. Write name, name:share or name@uln, ` +
            'with a name of sandbox/lrs/faults/names.ts and a share from 0 to 1.',
        )
      }
      return { name, rate, uln }
    })
}

/** The list that `readSwitches` reads back. */
export function writeSwitches(switches: readonly Switch[]): string {
  return switches
    .map(
      ({ name, rate, uln }) =>
        `${name}${uln === null ? '' : `@${uln}`}${rate === 1 ? '' : `:${rate}`}`,
    )
    .join(',')
}

/** Throws the dice for one call; the first fault that hits is the only one. */
export function choose(
  switches: readonly Switch[],
  uln: string | null,
  random: () => number,
): Chosen {
  const hits = switches.filter(
    (each) => (each.uln === null || each.uln === uln) && random() < each.rate,
  )
  const names = hits.map(({ name }) => name)
  return { fault: names.find(isFault) ?? null, shapes: new Set(names.filter(isShape)) }
}
