-- A conversation ends: the call is over and its consultant has wrap-up. The same event twice changes nothing.
-- needs: leaving
-- ARGV: reservation, who ended it (caller|consultant|...), length of wrap-up (ms)
-- Returns wrapping {call, consultant} | late {state of the reservation, or unknown}.
-- Keeps: an old number is refused; wrap-up runs in the store, whatever becomes of the desk.
local id, ended_by, length = arg(1), arg(2), tonumber(arg(3))
local reservation = read('reservation:' .. id)
if reservation.state ~= 'accepted' then return reply('late', { state = reservation.state or 'unknown' }) end

local call = read('call:' .. reservation.call)
if call.reservation == id and call.state == 'connected' then
  leave(reservation.call, call, 'ended', 0, length, ended_by)
else
  wrap_up(id, reservation, length)
end
return reply('wrapping', { call = reservation.call, consultant = reservation.consultant })
