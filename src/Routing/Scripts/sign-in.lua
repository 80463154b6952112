-- A consultant comes to a desk, or comes back to it, or changes their languages or device. Work in progress goes on.
-- needs: find
-- ARGV: consultant, name, device, languages as shown, classes (pl:high,en:low), number of languages, lease (ms), state for a newcomer, its reason
-- Returns signed-in {state}.
-- Keeps: the idle time survives leaving and restarts; signing in twice changes nothing.
local id, lease, state, reason = arg(1), tonumber(arg(7)), arg(8), arg(9)
local consultant = read('consultant:' .. id)
local working = consultant.state and consultant.state ~= 'offline'
local changed = consultant.classes ~= arg(5)
if working and changed then
  unfree(id, consultant)
  local old = { classes = consultant.classes }
  consultant.classes = arg(5)
  log_in(id, consultant)
  for class in classes_of(old) do
    if not string.find(',' .. arg(5) .. ',', ',' .. class .. ',', 1, true) then log_out(id, { classes = class }) end
  end
end

write('consultant:' .. id, consultant, { name = arg(2), device = arg(3), languages = arg(4), classes = arg(5), spoken = arg(6),
  idle = consultant.idle or whole(now), misses = consultant.misses or '0' })
redis.call('ZADD', key('presence'), whole(now + lease), id)
if not working then
  local clean = { reservation = '', next = '', next_reason = '', vanished = '', missed = '' }
  log_in(id, consultant)
  if state == 'available' then get_free(id, consultant, clean) else become(id, consultant, state, reason, clean) end
elseif changed and consultant.state == 'available' then
  free(id, consultant)
  match_consultant(id, consultant)
end
return reply('signed-in', { state = consultant.state })
