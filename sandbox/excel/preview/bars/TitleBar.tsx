import { Icon } from '../theme/icons.tsx'

interface TitleBarProps {
  name: string
  /** Whether the workbook counts as saved, and so keeps saving itself. */
  saved: boolean
  canUndo: boolean
  save(): void
  undo(): void
}

/** Name of the workbook, and whether it was ever saved. */
export function TitleBar({ name, saved, canUndo, save, undo }: TitleBarProps) {
  return (
    <header className="title-bar">
      <svg className="logo" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="1" y="1" width="18" height="18" rx="3.5" />
        <path d="M1 7h18M1 13h18M7.5 1v18M13.5 7v12" />
      </svg>
      <h1>{name}</h1>
      <span className="saved-state">{saved ? 'Saved on this machine' : 'Not saved yet'}</span>
      <span className="title-buttons">
        <button type="button" disabled={!canUndo} onClick={undo}>
          <Icon shape="undo" /> Undo
        </button>
        <button
          type="button"
          disabled={saved}
          title="From then on the workbook counts as one that saves itself"
          onClick={save}
        >
          <Icon shape="save" /> Save
        </button>
      </span>
    </header>
  )
}
