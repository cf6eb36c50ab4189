import { Spinner } from '@fluentui/react'
import { useState } from 'react'
import { Bar } from '../../frame/Bar.tsx'
import { Cover } from '../../frame/Cover.tsx'
import type { Model } from '../../model.ts'
import { useStore } from '../../store.ts'
import { TrailView } from './TrailView.tsx'

/** Earlier updates over whatever the pane shows: they are there with or without a session. */
export function TrailPanel({ model }: { readonly model: Model }) {
  const { kind } = useStore(model.trail.state)
  return kind === 'closed' ? null : <OpenTrail model={model} />
}

function OpenTrail({ model }: { readonly model: Model }) {
  const { desk, trail } = model
  const message = useStore(desk.message)
  const running = useStore(desk.work.running)
  // What the bar behind said before is no news of an undo.
  const [before] = useState(message)
  return (
    <Cover title="Earlier updates" back="Back" onBack={trail.close}>
      {message !== null && message !== before ? (
        <Bar
          message={message}
          onDismiss={() => {
            desk.message.set(null)
          }}
        />
      ) : null}
      {running ? <Spinner label={running.label} labelPosition="right" /> : null}
      <TrailView model={model} />
    </Cover>
  )
}
