-- Ends a consultation: the colleague is free again, the caller stays with the first consultant.
-- needs: leaving
-- ARGV: reservation of the consultation
-- Returns let-go {call} | late {state of the reservation, or unknown}.
local id = arg(1)
local reservation = read('reservation:' .. id)
local call = reservation.call and read('call:' .. reservation.call) or {}
if reservation.kind ~= 'consultation' or call.consult ~= id then return reply('late', { state = reservation.state or 'unknown' }) end
end_consultation(reservation.call, call)
return reply('let-go', { call = reservation.call })
