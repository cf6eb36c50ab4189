// page.ts has to run before the first module of Fluent does: keep it the first import.
import './page.ts'
import { registerIcons } from '@fluentui/react'
import { icons } from './icons.tsx'

registerIcons({ icons, style: { display: 'inline-flex', alignItems: 'center' } })
