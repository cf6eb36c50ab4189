import { notify } from '../../model/notify.ts'
import { parseFormula } from '../../model/formula/parse.ts'
import { Refusal } from '../../model/refusal.ts'
import type { Workbook } from '../../model/book.ts'
import type { ConditionalFormat, Worksheet } from '../../model/state.ts'
import { optionalText, recordArgument, textArgument, truthArgument } from '../arguments.ts'
import { fillClass, fontClass, type Styled } from '../format/look.ts'
import type { Session } from '../session.ts'
import { describeClass, type WireObject } from '../wire.ts'

export interface PlacedFormat {
  readonly sheet: Worksheet
  readonly format: ConditionalFormat
}

type Kind = ConditionalFormat['rule']['kind']

const redraw = (workbook: Workbook, { sheet, format }: PlacedFormat): void => {
  for (const area of format.areas) notify(workbook, { kind: 'format', sheet, area })
}

const asText = (value: unknown): string =>
  typeof value === 'number' ? String(value) : textArgument(value)

/** The three kinds of conditional format that are played, each with its rule and its format. */
const kinds = (workbook: Workbook): Record<Kind, (placed: PlacedFormat) => WireObject> => {
  const looks = describeClass<PlacedFormat>({
    type: 'ConditionalRangeFormat',
    objects: {
      Fill: (placed) => fillClass(styled(placed)),
      Font: (placed) => fontClass(styled(placed)),
    },
  })
  const styled = (placed: PlacedFormat): Styled => ({
    read: (of) => of(placed.format.style),
    change: (by) => {
      placed.format.style = by(placed.format.style)
      redraw(workbook, placed)
    },
  })
  const formula = describeClass<PlacedFormat>({
    type: 'ConditionalFormatRule',
    scalars: {
      Formula: {
        get: ({ format: { rule } }) => (rule.kind === 'Custom' ? rule.formula : null),
        set: (placed, value) => {
          const { rule } = placed.format
          const text = textArgument(value)
          const expression = parseFormula(text.startsWith('=') ? text : `=${text}`)
          if (!expression || rule.kind !== 'Custom') throw new Refusal('InvalidArgument')
          rule.formula = text
          rule.expression = expression
          redraw(workbook, placed)
        },
      },
    },
  })
  return {
    Custom: describeClass<PlacedFormat>({
      type: 'CustomConditionalFormat',
      objects: { Rule: (placed) => formula(placed), Format: (placed) => looks(placed) },
    }),
    CellValue: describeClass<PlacedFormat>({
      type: 'CellValueConditionalFormat',
      scalars: {
        Rule: {
          get: ({ format: { rule } }) => (rule.kind === 'CellValue' ? rule.rule : null),
          set: (placed, value) => {
            const { rule } = placed.format
            const given = recordArgument(value)
            if (rule.kind !== 'CellValue') throw new Refusal('InvalidArgument')
            rule.rule = {
              formula1: asText(given['formula1']),
              formula2: optionalText(given['formula2']),
              operator: textArgument(given['operator']),
            }
            redraw(workbook, placed)
          },
        },
      },
      objects: { Format: (placed) => looks(placed) },
    }),
    ContainsText: describeClass<PlacedFormat>({
      type: 'TextConditionalFormat',
      scalars: {
        Rule: {
          get: ({ format: { rule } }) => (rule.kind === 'ContainsText' ? rule.rule : null),
          set: (placed, value) => {
            const { rule } = placed.format
            const given = recordArgument(value)
            if (rule.kind !== 'ContainsText') throw new Refusal('InvalidArgument')
            rule.rule = {
              text: textArgument(given['text']),
              operator: textArgument(given['operator']),
            }
            redraw(workbook, placed)
          },
        },
      },
      objects: { Format: (placed) => looks(placed) },
    }),
  }
}

/** `Excel.ConditionalFormat`. */
export const conditionalFormatClass = ({
  workbook,
  objects,
}: Session): ((placed: PlacedFormat) => WireObject) => {
  const make = kinds(workbook)
  const only = (kind: Kind, placed: PlacedFormat): WireObject | null =>
    placed.format.rule.kind === kind ? make[kind](placed) : null
  const need = (kind: Kind, placed: PlacedFormat): WireObject => {
    const found = only(kind, placed)
    if (!found) throw new Refusal('InvalidOperation')
    return found
  }
  const all = (sheet: Worksheet): ConditionalFormat[] => sheet.conditionalFormats
  return describeClass<PlacedFormat>({
    type: 'ConditionalFormat',
    identity: ({ format }) => ({ Id: format.id }),
    check: ({ sheet, format }) => {
      if (!all(sheet).includes(format)) throw new Refusal('ItemNotFound')
    },
    scalars: {
      Id: { get: ({ format }) => format.id },
      Type: { get: ({ format }) => format.rule.kind },
      Priority: { get: ({ sheet, format }) => all(sheet).indexOf(format) },
      StopIfTrue: {
        get: ({ format }) => format.stopIfTrue,
        set: (placed, value) => {
          placed.format.stopIfTrue = truthArgument(value)
          redraw(workbook, placed)
        },
      },
    },
    objects: {
      Custom: (placed) => need('Custom', placed),
      CustomOrNullObject: (placed) => only('Custom', placed),
      CellValue: (placed) => need('CellValue', placed),
      CellValueOrNullObject: (placed) => only('CellValue', placed),
      TextComparison: (placed) => need('ContainsText', placed),
      TextComparisonOrNullObject: (placed) => only('ContainsText', placed),
    },
    paths: {
      GetRange: ({ sheet, format }) => {
        const [area, more] = format.areas
        if (!area || more) throw new Refusal('InvalidOperation')
        return objects.range(sheet, area)
      },
      GetRanges: ({ sheet, format }) => objects.rangeAreas(sheet, format.areas),
    },
    actions: {
      Delete: (placed) => {
        placed.sheet.conditionalFormats = all(placed.sheet).filter((one) => one !== placed.format)
        redraw(workbook, placed)
      },
    },
  })
}
