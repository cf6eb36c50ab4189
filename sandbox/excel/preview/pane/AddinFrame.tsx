import { useEffect, useRef } from 'react'

interface AddinFrameProps {
  title: string
  src: string
  name: string
  /** Told the frame's window when it is there, and null when it is gone. */
  attach(window: Window | null): void
  hidden?: boolean
}

/** What Excel on the web grants an add-in's page, no more. */
const sandbox = [
  'allow-scripts',
  'allow-forms',
  'allow-same-origin',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-downloads',
].join(' ')

/** A page of the add-in in a frame, loaded once its window is known to the host. */
export function AddinFrame({ title, src, name, attach, hidden = false }: AddinFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    attach(element.contentWindow)
    element.src = src
    return () => {
      attach(null)
    }
  }, [attach, src])
  return (
    <iframe
      ref={frame}
      title={title}
      name={name}
      sandbox={sandbox}
      allow="clipboard-read; clipboard-write"
      hidden={hidden}
    />
  )
}
