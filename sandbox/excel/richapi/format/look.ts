import type { Style } from '../../model/style.ts'
import { colorArgument, numberArgument, textArgument, truthArgument } from '../arguments.ts'
import { describeClass, type Scalar, type WireObject } from '../wire.ts'

/** Something with a style: the cells of a range, or what a conditional format draws. */
export interface Styled {
  /** What it has in common, or null where it differs. */
  read<T>(of: (style: Style) => T): T | null
  change(by: (style: Style) => Style): void
}

/** A property of a style, with what it is where nothing was set. */
export const styleScalar = <T>(
  read: (style: Style) => T | undefined,
  otherwise: T,
  write: (value: unknown) => Partial<Style>,
): Required<Pick<Scalar<Styled>, 'get' | 'set'>> => ({
  get: (styled) => styled.read((style) => read(style) ?? otherwise),
  set: (styled, value) => {
    const part = write(value)
    styled.change((style) => ({ ...style, ...part }))
  },
})

/** `Excel.RangeFill` and `Excel.ConditionalRangeFill`. */
export const fillClass: (styled: Styled) => WireObject = describeClass<Styled>({
  type: 'RangeFill',
  scalars: {
    Color: styleScalar<string>(
      (style) => style.fill,
      '#FFFFFF',
      (value) => (value === '' ? { fill: undefined } : { fill: colorArgument(value) }),
    ),
    Pattern: styleScalar<string>(
      (style) => style.pattern ?? (style.fill === undefined ? undefined : 'Solid'),
      'None',
      (value) => ({ pattern: textArgument(value) }),
    ),
  },
  actions: {
    Clear: (styled) => {
      styled.change((style) => ({ ...style, fill: undefined, pattern: undefined }))
    },
  },
})

/** `Excel.RangeFont` and `Excel.ConditionalRangeFont`. */
export const fontClass: (styled: Styled) => WireObject = describeClass<Styled>({
  type: 'RangeFont',
  scalars: {
    Name: styleScalar<string>(
      (style) => style.fontName,
      'Calibri',
      (value) => ({ fontName: textArgument(value) }),
    ),
    Size: styleScalar<number>(
      (style) => style.fontSize,
      11,
      (value) => ({ fontSize: numberArgument(value) }),
    ),
    Color: styleScalar<string>(
      (style) => style.fontColor,
      '#000000',
      (value) => ({ fontColor: colorArgument(value) }),
    ),
    Bold: styleScalar<boolean>(
      (style) => style.bold,
      false,
      (value) => ({ bold: truthArgument(value) }),
    ),
    Italic: styleScalar<boolean>(
      (style) => style.italic,
      false,
      (value) => ({ italic: truthArgument(value) }),
    ),
    Strikethrough: styleScalar<boolean>(
      (style) => style.strikethrough,
      false,
      (value) => ({ strikethrough: truthArgument(value) }),
    ),
    Underline: styleScalar<string>(
      (style) => style.underline,
      'None',
      (value) => ({ underline: textArgument(value) }),
    ),
    Subscript: { get: () => false },
    Superscript: { get: () => false },
    TintAndShade: { get: () => 0 },
  },
})
