import { ContextualMenuItemType, DefaultButton } from '@fluentui/react'
import type { Me } from '../../../contract/index.ts'

interface AccountMenuProps {
  readonly me: Me | null
  readonly onSignOut: () => void
  /** A session is open, whose data outlasts signing out. */
  readonly sessionOpen?: boolean
  /** The way to earlier updates, for those who may see them. */
  readonly onEarlierUpdates?: () => void
}

/** Who is signed in, in which role, what this person did before, and the way out. */
export function AccountMenu({
  me,
  onSignOut,
  sessionOpen = false,
  onEarlierUpdates,
}: AccountMenuProps) {
  const who = me ? `${me.name} (${me.role === 'Admin' ? 'Admin' : 'User'})` : 'Signed in'
  return (
    <DefaultButton
      ariaLabel="Account"
      title={who}
      text={me ? initialsOf(me.name) : '?'}
      styles={{ root: { minWidth: 0, height: 26, padding: '0 6px', borderRadius: 13 } }}
      menuProps={{
        items: [
          { key: 'who', text: who, itemType: ContextualMenuItemType.Header },
          ...(onEarlierUpdates
            ? [{ key: 'updates', text: 'Earlier updates', onClick: onEarlierUpdates }]
            : []),
          {
            key: 'out',
            text: 'Sign out',
            onClick: onSignOut,
            ...(sessionOpen
              ? { title: 'The learners’ data stays in the workbook: Close first' }
              : {}),
          },
        ],
      }}
    />
  )
}

/** Two letters for a name: of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s@.]+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return letters.map((word) => word?.[0]?.toUpperCase() ?? '').join('') || '?'
}
