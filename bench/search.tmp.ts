import { searchBench } from './search.ts'
for (const r of await searchBench()) console.log(r.ratio.toFixed(2), r.name, r.detail)
