import { Callout, DirectionalHint } from '@fluentui/react'
import { useRef, useState } from 'react'
import type { Account, PreviewSettings } from '../settings.ts'

function Accounts({ accounts }: { accounts: readonly Account[] }) {
  return (
    <table className="accounts">
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Password</th>
          <th scope="col">Role</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ name, password, role }) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <code>{password}</code>
            </td>
            <td>{role}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Says what this page is, and leads to the other parts of the sandbox. */
export function Banner({ settings }: { settings: PreviewSettings }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { guideUrl, lrsControlUrl, ebsUrl, accounts } = settings
  const links = [
    { text: 'Use it in real Excel', url: guideUrl },
    { text: 'LRS control page', url: lrsControlUrl },
    { text: 'Look into ebs', url: ebsUrl },
  ]
  return (
    <aside className="banner" aria-label="About this preview">
      <p>
        <strong>Workbook preview:</strong> a stand-in for Excel, with a made-up college. Nothing
        leaves this machine.
      </p>
      <span className="banner-links">
        {accounts.length > 0 && (
          <button
            ref={button}
            type="button"
            aria-haspopup="dialog"
            aria-expanded={open}
            onClick={() => {
              setOpen(!open)
            }}
          >
            Sign-in accounts
          </button>
        )}
        {links.map(
          ({ text, url }) =>
            url && (
              <a key={text} href={url} target="_blank" rel="noreferrer">
                {text}
              </a>
            ),
        )}
      </span>
      {open && (
        <Callout
          target={button}
          role="dialog"
          ariaLabel="Sign-in accounts"
          directionalHint={DirectionalHint.bottomRightEdge}
          isBeakVisible={false}
          setInitialFocus
          onDismiss={() => {
            setOpen(false)
          }}
        >
          <Accounts accounts={accounts} />
        </Callout>
      )}
    </aside>
  )
}
