-- The colleague who was asked takes the caller over; the first consultant has wrap-up.
-- needs: ends
-- ARGV: reservation of the conversation, length of wrap-up (ms)
-- Returns handed-on {call, reservation: the colleague's, consultant} | late {state}: nobody has accepted, or it is over.
local id, length = arg(1), tonumber(arg(2))
local reservation = read('reservation:' .. id)
local call = reservation.call and read('call:' .. reservation.call) or {}
local second = (call.consult or '') ~= '' and read('reservation:' .. call.consult) or {}
if reservation.state ~= 'accepted' or call.reservation ~= id or second.state ~= 'accepted' then
  return reply('late', { state = second.state or reservation.state or 'unknown' })
end

local second_id = call.consult
write('call:' .. reservation.call, call, { reservation = second_id, consult = '' })
write('reservation:' .. second_id, second, { kind = 'call' })
tell('handed-on', reservation.call, { reservation = second_id, consultant = second.consultant, from = reservation.consultant })
wrap_up(id, reservation, length)
return reply('handed-on', { call = reservation.call, reservation = second_id, consultant = second.consultant })
