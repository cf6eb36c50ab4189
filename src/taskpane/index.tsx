// fluent.ts has to run before any other module of Fluent does: keep it the first import.
import './look/fluent.ts'
import { createRoot } from 'react-dom/client'
import { pageHost } from '../office/host/pageHost.ts'
import { FailedStart } from './FailedStart.tsx'
import { keepEscape } from './frame/escape.ts'
import { Pane } from './Pane.tsx'
import { startServices } from './startServices.ts'

const place = document.getElementById('pane')
if (place) {
  keepEscape(place)
  const root = createRoot(place)
  startServices(pageHost()).then(
    (services) => {
      root.render(<Pane services={services} />)
    },
    (error: unknown) => {
      root.render(<FailedStart error={error} />)
    },
  )
}
