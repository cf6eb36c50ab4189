/**
 * What the workbook claims to support: Excel LTSC 2021's level. `DelayForCellEdit` is what the
 * library itself asks about before it sends `Excel.run({delayForCellEdit: true})` as such.
 */
export const REQUIREMENT_SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.14',
  DelayForCellEdit: '1.1',
  DialogApi: '1.2',
  RibbonApi: '1.2',
  SharedRuntime: '1.1',
  AddInCommands: '1.3',
}

const parts = (version: string): [number, number] => {
  const [major = '0', minor = '0'] = version.split('.')
  return [Number(major), Number(minor)]
}

/** Whether a set is claimed, at least in this version. */
export const isSupported = (
  sets: Readonly<Record<string, string>>,
  name: string,
  version = '1.0',
): boolean => {
  const claimed = Object.entries(sets).find(
    ([set]) => set.toLowerCase() === name.toLowerCase(),
  )?.[1]
  if (claimed === undefined) return false
  const [major, minor] = parts(claimed)
  const [wantedMajor, wantedMinor] = parts(version)
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
}
