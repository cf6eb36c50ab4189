/**
 * Keeps the places for calls in flight, by Redis's own clock. One replica tells what it gives back, what
 * it holds and who waits with it; places that are free go to the people waiting anywhere, in turn.
 *
 * KEYS: slots (lease → when it ends) · wishes (replica:person → how many wait) · turns (person → turn
 * last had) · replicas (replica → when it is taken for gone) · count (of turns and leases)
 * ARGV: replica · places · lease in ms · channel · n, n leases given back · n, n leases held ·
 * n, n times person and how many wait
 * Returns the number of replicas alive, then lease and person of each place given to this one; places
 * for others are published on the channel, followed by their name, as `lease person`.
 */
export const slotsScript = `
local slots, wishes, turns, replicas, count = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local me, places, lease, channel = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local at = 5
local function list(each)
  local n = tonumber(ARGV[at])
  at = at + 1
  for _ = 1, n do at = each(at) end
end

redis.call('ZREMRANGEBYSCORE', slots, '-inf', now)
redis.call('ZREMRANGEBYSCORE', replicas, '-inf', now)
redis.call('ZADD', replicas, now + lease, me)
list(function (i)
  redis.call('ZREM', slots, ARGV[i])
  return i + 1
end)
list(function (i)
  redis.call('ZADD', slots, now + lease, ARGV[i])
  return i + 1
end)

local alive = {}
for _, replica in ipairs(redis.call('ZRANGE', replicas, 0, -1)) do alive[replica] = true end
local known = redis.call('HGETALL', wishes)
for i = 1, #known, 2 do
  local replica = string.sub(known[i], 1, #me)
  if replica == me or not alive[replica] then redis.call('HDEL', wishes, known[i]) end
end
list(function (i)
  redis.call('HSET', wishes, me .. ':' .. ARGV[i], ARGV[i + 1])
  return i + 2
end)

local line, last, size = {}, {}, 0
known = redis.call('HGETALL', wishes)
for i = 1, #known, 2 do
  local person = string.sub(known[i], #me + 2)
  if not line[person] then
    line[person] = {}
    size = size + 1
    local turn = redis.call('ZSCORE', turns, person)
    if not turn then
      turn = redis.call('INCR', count)
      redis.call('ZADD', turns, turn, person)
    end
    last[person] = tonumber(turn)
  end
  table.insert(line[person], {replica = string.sub(known[i], 1, #me), left = tonumber(known[i + 1])})
end
for _, person in ipairs(redis.call('ZRANGE', turns, 0, -1)) do
  if not line[person] then redis.call('ZREM', turns, person) end
end

local mine = {redis.call('ZCARD', replicas)}
local free = places - redis.call('ZCARD', slots)
while free > 0 and size > 0 do
  local person
  for candidate in pairs(line) do
    if not person or last[candidate] < last[person] then person = candidate end
  end
  local wish = line[person][1]
  local turn = redis.call('INCR', count)
  local id = wish.replica .. ':' .. turn
  redis.call('ZADD', slots, now + lease, id)
  redis.call('ZADD', turns, turn, person)
  last[person] = turn
  if wish.replica == me then
    table.insert(mine, id)
    table.insert(mine, person)
  else redis.call('PUBLISH', channel .. wish.replica, id .. ' ' .. person) end
  wish.left = wish.left - 1
  local field = wish.replica .. ':' .. person
  if wish.left > 0 then
    redis.call('HSET', wishes, field, wish.left)
    table.insert(line[person], table.remove(line[person], 1))
  else
    redis.call('HDEL', wishes, field)
    table.remove(line[person], 1)
    if #line[person] == 0 then
      line[person] = nil
      size = size - 1
    end
  end
  free = free - 1
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, lease * 100) end
return mine
`
