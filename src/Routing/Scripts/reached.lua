-- The caller of a callback is on the line and wants to talk: the callback becomes an ordinary call, under the name of the call that
-- reached them, so that whatever happens to that call happens to it.
-- needs: leaving, statistics
-- ARGV: reservation, the call that reached the caller
-- Returns reached | late {state of the reservation, or unknown}.
-- Keeps: one state per call; an old number is refused; the same event twice changes nothing.
local id, new = arg(1), arg(2)
local reservation = read('reservation:' .. id)
local old = reservation.call
if reservation.state == 'accepted' and old == new then return reply('reached') end
local call = old and read('call:' .. old) or {}
local over = redis.call('EXISTS', key('call:' .. new)) == 1
if over or reservation.state ~= 'accepted' or call.kind ~= 'callback' or call.reservation ~= id then
  return reply('late', { state = reservation.state or 'unknown' })
end

forget_callback(old, call)
local fields = { kind = '', number = '' }
for field, value in pairs(call) do fields[field] = fields[field] or value end
write('call:' .. new, {}, fields)
for _, what in ipairs({ 'history:', 'notes:' }) do
  if redis.call('EXISTS', key(what .. old)) == 1 then redis.call('RENAME', key(what .. old), key(what .. new)) end
end
redis.call('DEL', key('call:' .. old))
redis.call('HSET', key('call:' .. old), 'state', 'gone', 'reason', 'called-back', 'left', whole(now))
redis.call('EXPIRE', key('call:' .. old), 3600)
write('reservation:' .. id, reservation, { call = new, since = whole(now) })
started(new, call, now - tonumber(call.arrived))
tell('reached', new, { reservation = id, consultant = reservation.consultant, callback = old, attempts = tonumber(call.attempts) + 1 })
return reply('reached')
