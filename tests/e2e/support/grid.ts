import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import {
  letterHeight,
  rowHeight,
  rowNumberWidth,
} from '../../../sandbox/excel/preview/grid/measures.ts'

/**
 * Picks whole rows of the sheet by clicks on their numbers, the first alone and the others with Ctrl.
 * @param drawn which of the rows below the frozen heading, counted as they are drawn from 0
 */
export async function pickRows(page: Page, drawn: readonly number[]): Promise<void> {
  const box = await page.getByRole('region', { name: 'Worksheet' }).boundingBox()
  const { x = 0, y = 0, height = 0 } = box ?? {}
  const middle = (row: number) => letterHeight + (row + 1.5) * rowHeight
  expect(middle(Math.max(...drawn))).toBeLessThan(height)
  const [first = 0, ...others] = drawn
  await page.mouse.click(x + rowNumberWidth / 2, y + middle(first))
  await page.keyboard.down('ControlOrMeta')
  for (const row of others) await page.mouse.click(x + rowNumberWidth / 2, y + middle(row))
  await page.keyboard.up('ControlOrMeta')
}
