import { Calendar, DayOfWeek, FocusTrapCallout, IconButton, TextField } from '@fluentui/react'
import { createContext, useContext, useRef, useState } from 'react'
import { createWords } from '../../../words.ts'
import { calendarDay, fromCalendarDay } from '../../../calendarDay.ts'

/** How days are written here; the builder's own controls cannot be handed it. */
export const DayWords = createContext(createWords('en-GB'))

interface DayValueProps {
  readonly name: string
  /** `yyyy-MM-dd`, or what was typed and is no day. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly styles: { readonly root: { readonly flex: string; readonly minWidth: number } }
}

/** A day, typed as the language writes it or chosen from a calendar; what is no day is refused in words. */
export function DayValue({ name, value, onChange, styles }: DayValueProps) {
  const words = useContext(DayWords)
  const field = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState(true)
  const [open, setOpen] = useState(false)
  const isDay = words.readDay(value) !== null
  const close = () => {
    setOpen(false)
  }
  return (
    <div ref={field} style={{ ...styles.root, display: 'flex', alignItems: 'flex-start' }}>
      <TextField
        ariaLabel={name}
        value={done ? words.typedDay(value) : typed}
        placeholder={words.typedDay('2009-12-31')}
        errorMessage={done && value !== '' && !isDay ? refusal(value, words.typedDay) : ''}
        onChange={(_, text = '') => {
          setDone(false)
          setTyped(text)
          onChange(words.readDay(text) ?? text.trim())
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') setDone(true)
        }}
        onBlur={() => {
          setDone(true)
        }}
        styles={{ root: { flex: 1, minWidth: 0 } }}
      />
      <IconButton
        iconProps={{ iconName: 'Calendar' }}
        ariaLabel={`${name}: choose a day`}
        title="Choose a day"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      />
      {open ? (
        <FocusTrapCallout
          role="dialog"
          ariaLabel="Calendar"
          target={field}
          isBeakVisible={false}
          onDismiss={close}
          setInitialFocus
        >
          <Calendar
            {...(isDay ? { value: fromCalendarDay(value) } : {})}
            firstDayOfWeek={DayOfWeek.Monday}
            isMonthPickerVisible={false}
            onSelectDate={(date) => {
              onChange(calendarDay(date))
              close()
            }}
          />
        </FocusTrapCallout>
      ) : null}
    </div>
  )
}

function refusal(text: string, typedDay: (isoDay: string) => string): string {
  return `“${text}” is not a day. Write it as ${typedDay('2009-12-31')}.`
}
