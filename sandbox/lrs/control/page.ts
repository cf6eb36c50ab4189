/** The control page: plain HTML that asks `/state` once a second. */
export const controlPage = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>LRS simulator</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.2rem 0.6rem; border-bottom: 1px solid #ddd; }
label { display: block; }
fieldset { columns: 2; margin: 1rem 0; }
input[type=number] { width: 6rem; }
#message { color: #a00; min-height: 1.5em; }
</style>
</head>
<body>
<h1>LRS simulator</h1>
<p>Everything here is made up. Switches act on the next call.</p>
<p><strong id="counts"></strong></p>
<form id="settings">
<label>One call takes <input type="number" id="delay" min="0" step="10"> ms</label>
<label>Faults <input id="faults" size="70" placeholder="timeout:0.01,maintenance@9000000016"></label>
<button>Apply</button> <button type="button" id="calm">All faults off</button>
<p id="message" role="alert"></p>
</form>
<fieldset id="switches"><legend>What can go wrong (a tick is for every call)</legend></fieldset>
<h2>Latest calls</h2>
<table>
<thead><tr><th>Time</th><th>ULN</th><th>User</th><th>Outcome</th><th>HTTP</th><th>ms</th></tr></thead>
<tbody id="calls"></tbody>
</table>
<script>
const element = (id) => document.getElementById(id)
let edited = false
element('settings').addEventListener('input', () => { edited = true })

async function set(settings) {
  const answer = await fetch('/settings', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(settings),
  })
  const state = await answer.json()
  element('message').textContent = state.error || ''
  if (!state.error) { edited = false; show(state) }
}

function show(state) {
  const { total, inFlight, mostInFlight, connections, perSecond } = state.counts
  element('counts').textContent = total + ' calls, ' + inFlight + ' in flight (most: ' +
    mostInFlight + '), ' + perSecond.toFixed(1) + ' a second, ' + connections + ' connections'
  if (!edited) {
    element('delay').value = state.delayMs
    element('faults').value = state.faults
  }
  const on = state.faults.split(',')
  const box = element('switches')
  if (box.childElementCount === 1) {
    for (const [name, words] of Object.entries(state.words)) {
      const label = document.createElement('label')
      const tick = document.createElement('input')
      tick.type = 'checkbox'
      tick.value = name
      tick.addEventListener('change', () => {
        const others = element('faults').value.split(',').filter((each) => each && each !== name)
        set({ faults: (tick.checked ? [...others, name] : others).join(',') })
      })
      label.append(tick, ' ' + name + ': ' + words)
      box.append(label)
    }
  }
  for (const tick of box.querySelectorAll('input')) tick.checked = on.includes(tick.value)
  element('calls').replaceChildren(...state.calls.map((call) => {
    const row = document.createElement('tr')
    for (const value of [call.at.slice(11, 19), call.uln, call.userName, call.outcome, call.status, call.ms]) {
      row.insertCell().textContent = value ?? ''
    }
    return row
  }))
}

element('settings').addEventListener('submit', (event) => {
  event.preventDefault()
  set({ delayMs: Number(element('delay').value), faults: element('faults').value })
})
element('calm').addEventListener('click', () => set({ faults: '' }))
async function refresh() {
  try { show(await (await fetch('/state')).json()) } catch { element('counts').textContent = 'not running' }
}
refresh()
setInterval(refresh, 1000)
</script>
</body>
</html>
`
