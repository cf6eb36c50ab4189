import type { RibbonButton, RibbonTab } from './manifest.ts'

interface AddinTabProps {
  tab: RibbonTab
  /** Whether the button's pane is open. */
  pressed(button: RibbonButton): boolean
  press(button: RibbonButton): void
  /** Addresses in the manifest may name another port than the one this page came from. */
  here(address: string): string
}

/** A tab of the add-in, as its manifest describes it. */
export function AddinTab({ tab, pressed, press, here }: AddinTabProps) {
  return tab.groups.map((group) => (
    <div key={group.id} className="ribbon-group" role="group" aria-label={group.label}>
      <div className="ribbon-buttons">
        {group.buttons.map((button) => (
          <button
            key={button.id}
            type="button"
            className={button.large ? 'ribbon-button large' : 'ribbon-button'}
            aria-pressed={button.action.kind === 'show-pane' ? pressed(button) : undefined}
            title={button.tip === '' ? button.label : button.tip}
            onClick={() => {
              press(button)
            }}
          >
            {button.icon && <img src={here(button.icon)} alt="" />}
            <span>{button.label}</span>
          </button>
        ))}
      </div>
      <span className="group-label" aria-hidden="true">
        {group.label}
      </span>
    </div>
  ))
}
