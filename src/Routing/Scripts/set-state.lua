-- A person says what a consultant is to be. While a call rings, runs or is wrapped up this is kept and takes effect afterwards.
-- needs: find
-- ARGV: consultant, state (available|pause|not-ready|offline), reason
-- Returns set {state} | kept {state now} | unknown.
-- Keeps: the last thing a person asked for wins over everything that happens by itself.
local id, state, reason = arg(1), arg(2), arg(3)
local consultant = read('consultant:' .. id)
local before = consultant.state
if not before or (before == 'offline' and state ~= 'offline') then return reply('unknown') end
if before == 'reserved' or before == 'on-call' or before == 'wrap-up' then
  write('consultant:' .. id, consultant, { next = state, next_reason = reason })
  tell('intent', nil, { consultant = id, state = state, reason = reason })
  return reply('kept', { state = before })
end
if before == state and (state == 'available' or consultant.reason == reason) then return reply('set', { state = state }) end

if state == 'available' then
  get_free(id, consultant, { misses = '0' })
  return reply('set', { state = state })
end
if before == 'available' then unfree(id, consultant) end
become(id, consultant, state, reason)
if state == 'offline' then
  redis.call('ZREM', key('presence'), id)
  log_out(id, consultant)
end
return reply('set', { state = state })
