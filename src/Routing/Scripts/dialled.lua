-- Remembers the leg that rings the consultant of a reservation, so that any node can stop it.
-- ARGV: reservation, leg
-- Returns ringing | second {state}: another leg rings already | late {state}: the reservation is over. A leg that does not ring is to be stopped.
-- Keeps: a consultant is rung once for one reservation, also when the answer of the network was lost and the request was repeated.
local id, leg = arg(1), arg(2)
local reservation = read('reservation:' .. id)
if reservation.state ~= 'pending' and reservation.state ~= 'accepted' then return reply('late', { state = reservation.state or 'unknown' }) end
if (reservation.leg or leg) ~= leg then return reply('second', { state = reservation.state }) end
write('reservation:' .. id, reservation, { leg = leg })
redis.call('ZREM', key('unhanded'), id)
return reply('ringing')
