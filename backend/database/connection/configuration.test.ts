import { describe, expect, it } from '@jest/globals'
import * as z from 'zod'
import { openDatabase } from '../openDatabase.ts'
import type { ConnectionSettings } from './settings.ts'

const made = z.object({ options: z.record(z.string(), z.unknown()) })

/** What Knex gives SQL Server's driver for a connection of JSON. */
function given(connection: ConnectionSettings) {
  const { knex } = openDatabase({ client: 'mssql', connection })
  return made.parse(knex.client._generateConnection()).options
}

describe('a connection to SQL Server', () => {
  it('is encrypted unless the college says otherwise, as the driver has it and Knex has not', () => {
    expect(given({ server: 'h' })).toMatchObject({ encrypt: true })
    expect(given({ server: 'h', options: { packetSize: 8192 } })).toMatchObject({
      encrypt: true,
      packetSize: 8192,
    })
    expect(given({ server: 'h', encrypt: false })).toMatchObject({ encrypt: false })
    expect(given({ server: 'h', options: { encrypt: false } })).toMatchObject({ encrypt: false })
  })

  it('says whose it is to those who look after the database', () => {
    expect(given({ server: 'h' })).toMatchObject({ appName: 'ebs-plr-attainments' })
    expect(given({ server: 'h', options: { appName: 'PLR' } })).toMatchObject({ appName: 'PLR' })
  })
})
