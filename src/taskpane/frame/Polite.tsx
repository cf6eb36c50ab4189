import { mergeStyles } from '@fluentui/react'
import { useEffect, useRef, useState } from 'react'

/** So often is a text that changes all the time read out. */
const everyMs = 5000

const unseen = mergeStyles({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
})

/** Reads a text out to those who listen to the screen, at once and then every few seconds at most. */
export function Polite({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('')
  const latest = useRef(text)
  useEffect(() => {
    latest.current = text
  }, [text])
  useEffect(() => {
    const say = () => {
      setSaid(latest.current)
    }
    const first = setTimeout(say, 100)
    const timer = setInterval(say, everyMs)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [])
  return (
    <div role="status" aria-live="polite" className={unseen}>
      {said}
    </div>
  )
}
