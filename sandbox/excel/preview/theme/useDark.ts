import { useSyncExternalStore } from 'react'

const query = '(prefers-color-scheme: dark)'

function subscribe(changed: () => void) {
  const media = matchMedia(query)
  media.addEventListener('change', changed)
  return () => {
    media.removeEventListener('change', changed)
  }
}

/** Whether the machine prefers dark, kept up to date. */
export const useDark = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(query).matches)
