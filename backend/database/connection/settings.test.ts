import { describe, expect, it } from '@jest/globals'
import { readConnection } from './settings.ts'

describe('readConnection', () => {
  it.each([
    ['pg', 'postgres://u:p@h/d', { connectionString: 'postgres://u:p@h/d' }],
    [
      'pg',
      'postgres://u:p@/d?host=/run/pg',
      { connectionString: 'postgres://u:p@/d?host=/run/pg' },
    ],
    ['pg', '/run/pg ebs', { connectionString: '/run/pg ebs' }],
    ['mssql', '{"server": "h"}', { server: 'h' }],
    [
      'mssql',
      'Server=tcp:sql.college.example,1444;Initial Catalog=ebs;User Id=link;Password=a=b;Encrypt=false',
      {
        server: 'sql.college.example',
        port: 1444,
        database: 'ebs',
        user: 'link',
        password: 'a=b',
        options: { encrypt: false },
      },
    ],
    [
      'mssql',
      'Data Source=HOST\\EBS;Database=ebs;TrustServerCertificate=True',
      {
        server: 'HOST',
        database: 'ebs',
        options: { encrypt: true, trustServerCertificate: true, instanceName: 'EBS' },
      },
    ],
    [
      'mssql',
      `Server=h;Database=ebs;Uid=link;Pwd="a;b""c" ; Encrypt=no;TrustServerCertificate=yes;`,
      {
        server: 'h',
        database: 'ebs',
        user: 'link',
        password: 'a;b"c',
        options: { encrypt: false, trustServerCertificate: true },
      },
    ],
    [
      'mssql',
      `Server='h';Password=it's "so";Encrypt=Strict`,
      { server: 'h', password: `it's "so"`, options: { encrypt: true } },
    ],
    [
      'oracledb',
      'link/p/w@db:1521/ebs',
      { user: 'link', password: 'p/w', connectString: 'db:1521/ebs' },
    ],
  ] as const)('reads the text of %s: %s', (client, text, settings) => {
    expect(readConnection(client, text)).toEqual({ kind: 'settings', settings })
  })

  it.each([
    ['pg', '{"password": "secret"'],
    ['pg', 'ebs:secret@db/ebs'],
    ['pg', 'postgres://ebs:sec#ret/secret@db:x/ebs'],
    ['mssql', 'Server=h,secret;Database=ebs'],
    ['mssql', 'Server=h;Colour=secret'],
    ['mssql', 'Password=secret'],
    ['mssql', 'Server=h;Password=ab;secret=cd'],
    ['mssql', 'Server=h;Password=ab;secret'],
    ['oracledb', 'secret'],
  ] as const)('refuses %s %s without repeating the password', (client, text) => {
    const read = readConnection(client, text)
    expect(read.kind).toBe('wrong')
    expect(JSON.stringify(read)).not.toContain('secret')
  })
})
