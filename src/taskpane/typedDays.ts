type Part = 'day' | 'month' | 'year'

/** Days as people type and read them in boxes. */
export interface TypedDays {
  /** A calendar day as people type it, `06/03/2009`, from `yyyy-MM-dd`; anything else as it stands. */
  typedDay(isoDay: string): string
  /** `yyyy-MM-dd` of a day typed so, or in ISO 8601; null when it is none, the 30th of February included. */
  readDay(text: string): string | null
}

/** How days are typed in a language: its order of day, month and year, in digits. */
export function typedDays(locale: string): TypedDays {
  const days = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  })
  const order = days.formatToParts(0).flatMap(({ type }) => (isPart(type) ? [type] : []))

  const readDay = (text: string): string | null => {
    const found = /^\s*(\d{1,4})[-/.\s]+(\d{1,2})[-/.\s]+(\d{1,4})\.?\s*$/.exec(text)
    if (!found) return null
    const numbers = found.slice(1)
    const yearFirst = numbers[0]?.length === 4
    const parts = yearFirst ? (['year', 'month', 'day'] as const) : order
    const of = (part: Part) => numbers[parts.indexOf(part)] ?? ''
    if (of('year').length !== 4) return null
    const iso = `${of('year')}-${of('month').padStart(2, '0')}-${of('day').padStart(2, '0')}`
    const at = new Date(`${iso}T00:00:00Z`)
    // A day that no month has is taken for one of the next.
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
  }

  return {
    readDay,
    typedDay: (isoDay) =>
      readDay(isoDay) === isoDay ? days.format(new Date(`${isoDay}T00:00:00Z`)) : isoDay,
  }
}

function isPart(type: string): type is Part {
  return type === 'day' || type === 'month' || type === 'year'
}
