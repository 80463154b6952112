-- Remembers the leg that rings the consultant of a reservation, so that any node can stop it.
-- ARGV: reservation, leg
-- Returns ringing | late {state}: the reservation is over, and the leg has to be stopped.
local id, leg = arg(1), arg(2)
local reservation = read('reservation:' .. id)
if reservation.state ~= 'pending' and reservation.state ~= 'accepted' then return reply('late', { state = reservation.state or 'unknown' }) end
write('reservation:' .. id, reservation, { leg = leg })
redis.call('ZREM', key('unhanded'), id)
return reply('ringing')
