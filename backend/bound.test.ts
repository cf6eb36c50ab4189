import { expect, it } from '@jest/globals'
import { bound } from './bound.ts'

const failing = (code: string) =>
  Promise.reject(Object.assign(new Error('listen 127.0.0.1'), { code }))

it('names the setting where a server cannot listen', async () => {
  await expect(bound('PORT', failing('EADDRINUSE'))).rejects.toThrow(
    'PORT: the backend cannot listen there: another program listens there already',
  )
  await expect(bound('METRICS_PORT', failing('EODD'))).rejects.toThrow(
    'METRICS_PORT: the backend cannot listen there: the system says EODD',
  )
})

it('gives what listening gives', async () => {
  expect(await bound('PORT', Promise.resolve('http://127.0.0.1:1'))).toBe('http://127.0.0.1:1')
})
