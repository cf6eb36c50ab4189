/** The import rules of the house (docs/decisions/0002-the-house.md). */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const tests = '\\.test\\.tsx?$'

module.exports = {
  forbidden: [
    only('no-circles', 'No circles.', {}, { circular: true }),
    only(
      'contract-is-a-leaf',
      'contract imports nothing of ours.',
      { path: '^contract/', pathNot: tests },
      { path: '^(src|backend|sandbox|bench|tests)/' },
    ),
    only(
      'src-meets-backend-in-contract',
      'The pane knows the backend only through contract.',
      { path: '^src/', pathNot: tests },
      { path: '^(backend|sandbox|bench|tests)/' },
    ),
    only(
      'backend-meets-src-in-contract',
      'The backend knows neither pane nor sandbox.',
      { path: '^backend/', pathNot: tests },
      { path: '^(src|sandbox|bench|tests)/' },
    ),
    only(
      'plr-knows-no-http-sql-xml',
      'The domain takes LRS and ebs as parameters.',
      { path: '^backend/plr/', pathNot: tests },
      {
        path: '^backend/(?!plr/)|node_modules/(knex|pg|tedious|oracledb|fastify|axios|fast-xml-parser|saxes)/',
      },
    ),
    only(
      'only-database-rooms-know-sql',
      'SQL stays in database, ebs, link and doctor.',
      { path: '^backend/', pathNot: ['^backend/(database|ebs|link|doctor)/', tests] },
      { path: 'node_modules/(knex|pg|tedious|oracledb)/' },
    ),
    only(
      'only-lrs-knows-xml',
      'XML stays in lrs.',
      { path: '^backend/', pathNot: ['^backend/lrs/', tests] },
      { path: 'node_modules/(fast-xml-parser|saxes)/' },
    ),
    only(
      'sandbox-excel-hosts-any-add-in',
      'The workbook preview imports nothing of the product.',
      { path: '^sandbox/excel/', pathNot: tests },
      { path: '^(src|backend|contract|bench|tests)/|^sandbox/(?!excel/)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
