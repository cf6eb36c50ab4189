import { Checkbox, ContextualMenuItemType, DefaultButton, TextField } from '@fluentui/react'
import type { IContextualMenuItem } from '@fluentui/react'
import { useState } from 'react'
import { Ask } from '../../frame/Ask.tsx'
import { useStore } from '../../store.ts'
import type { Saved } from './saved.ts'

interface SavedMenuProps {
  readonly saved: Saved
  readonly guard: (action: () => Promise<void>) => Promise<void>
}

/** Saved conditions: take one, save what stands in the builder, remove one. */
export function SavedMenu({ saved, guard }: SavedMenuProps) {
  const conditions = useStore(saved.conditions)
  const [naming, setNaming] = useState(false)
  if (conditions === null) return null
  const taking = conditions.map((each): IContextualMenuItem => ({
    key: each.id,
    text: each.shared ? `${each.name} (shared)` : each.name,
    onClick: () => {
      saved.take(each)
    },
  }))
  const removing = conditions.map((each) => ({
    key: each.id,
    text: each.name,
    onClick: () => void guard(() => saved.remove(each.id)),
  }))
  const items: IContextualMenuItem[] = [
    ...taking,
    { key: 'line', itemType: ContextualMenuItemType.Divider },
    {
      key: 'save',
      text: 'Save these conditions…',
      onClick: () => {
        setNaming(true)
      },
    },
    ...(removing.length > 0
      ? [{ key: 'remove', text: 'Remove', subMenuProps: { items: removing } }]
      : []),
  ]
  return (
    <>
      <DefaultButton
        text="Saved"
        menuProps={{ items }}
        styles={{ root: { border: 0, minWidth: 0, height: 28, padding: '0 6px' } }}
      />
      {naming ? (
        <NameDialog
          onSave={(name, shared) => {
            setNaming(false)
            void guard(() => saved.save(name, shared))
          }}
          onCancel={() => {
            setNaming(false)
          }}
        />
      ) : null}
    </>
  )
}

interface NameDialogProps {
  readonly onSave: (name: string, shared: boolean) => void
  readonly onCancel: () => void
}

function NameDialog({ onSave, onCancel }: NameDialogProps) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const trimmed = name.trim()
  return (
    <Ask
      title="Save conditions"
      primary={{
        text: 'Save',
        disabled: trimmed === '',
        run: () => {
          onSave(trimmed, shared)
        },
      }}
      others={[{ text: 'Cancel', run: onCancel }]}
      onDismiss={onCancel}
    >
      <TextField
        label="Name"
        value={name}
        maxLength={100}
        onChange={(_, text = '') => {
          setName(text)
        }}
      />
      <Checkbox
        label="Share with everybody here"
        checked={shared}
        onChange={(_, now = false) => {
          setShared(now)
        }}
        styles={{ root: { marginTop: 12 } }}
      />
      {shared ? (
        <p>Shared conditions may hold no names, birth dates, ULNs or person codes.</p>
      ) : null}
    </Ask>
  )
}
