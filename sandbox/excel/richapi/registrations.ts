import type { Session } from './session.ts'
import type { Description } from './wire.ts'

/** Numbers of the object events (protocol notes, section 9). */
export const EventType = {
  dataChanged: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  formatChanged: 18,
  rowSorted: 19,
  rowHiddenChanged: 22,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
  tableSelectionChanged: 100,
  tableDataChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const

/** Every target's name for the collection-wide kind of an event. */
export const EVERYWHERE = 'Workbook'

/** The pair of methods by which an add-in asks for an event, and no longer. */
export const eventActions = <T>(
  session: Session,
  events: Readonly<Record<string, number>>,
  target: (of: T) => string,
): NonNullable<Description<T>['actions']> =>
  Object.fromEntries(
    Object.entries(events).flatMap(([name, type]) => [
      [
        `_Register${name}`,
        (of: T): void => {
          session.register(type, target(of))
        },
      ],
      [
        `_Unregister${name}`,
        (of: T): void => {
          session.unregister(type, target(of))
        },
      ],
    ]),
  )
