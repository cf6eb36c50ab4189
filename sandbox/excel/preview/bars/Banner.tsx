import { Callout, DirectionalHint } from '@fluentui/react'
import { type ReactNode, useRef, useState } from 'react'
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

function RealExcel() {
  return (
    <div className="advice">
      <p>
        <strong>On Windows or a Mac</strong> with Excel, type <code>npm run excel</code> in this
        folder: Excel starts with the add-in in its ribbon.
      </p>
      <p>
        <strong>In Excel on the web</strong>, choose Home, Add-ins, More Add-ins, Upload My Add-in,
        and give it the file <code>manifest.xml</code>. The sandbox has to run on the same machine.
      </p>
      <p>The README has both step by step.</p>
    </div>
  )
}

interface HintProps {
  label: string
  children: ReactNode
}

/** A link of the banner that opens a few lines below itself. */
function Hint({ label, children }: HintProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open)
        }}
      >
        {label}
      </button>
      {open && (
        <Callout
          target={button}
          role="dialog"
          ariaLabel={label}
          directionalHint={DirectionalHint.bottomRightEdge}
          isBeakVisible={false}
          setInitialFocus
          onDismiss={() => {
            setOpen(false)
          }}
        >
          {children}
        </Callout>
      )}
    </>
  )
}

/** Says what this page is, and leads to the other parts of the sandbox. */
export function Banner({ settings }: { settings: PreviewSettings }) {
  const { lrsControlUrl, ebsUrl, accounts } = settings
  const links = [
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
        <Hint label="Use it in real Excel">
          <RealExcel />
        </Hint>
        {accounts.length > 0 && (
          <Hint label="Sign-in accounts">
            <Accounts accounts={accounts} />
          </Hint>
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
    </aside>
  )
}
