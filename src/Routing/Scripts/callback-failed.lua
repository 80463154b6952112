-- The consultant was there, the called back caller was not: the consultant is free at once, the callback is tried again after a pause.
-- needs: leaving
-- ARGV: reservation, reason, pause (ms), most attempts, whether this one counts (0|1)
-- Returns again {until} | unreached | late {state of the reservation, or unknown}.
-- Keeps: the same event twice changes nothing; the callback keeps its place; a pause that ends after the window leads to the next one.
local id, reason, pause, most, counts = arg(1), arg(2), tonumber(arg(3)), tonumber(arg(4)), arg(5) == '1'
local reservation = read('reservation:' .. id)
local call = reservation.call and read('call:' .. reservation.call) or {}
if reservation.state ~= 'accepted' or call.kind ~= 'callback' or call.reservation ~= id then
  return reply('late', { state = reservation.state or 'unknown' })
end

local call_id, consultant = reservation.call, read('consultant:' .. reservation.consultant)
local attempts = tonumber(call.attempts) + (counts and 1 or 0)
end_consultation(call_id, call)
close_reservation(id, reservation, 'completed')
tell('callback-failed', call_id, { reservation = id, reason = reason, attempts = tonumber(call.attempts) + 1 })
if attempts >= most then
  write('call:' .. call_id, call, { state = 'waiting' })
  leave(call_id, call, 'unreached', 0, 0)
  count('unreached')
else
  write('call:' .. call_id, call, { attempts = whole(attempts), not_before = whole(now + pause) })
  enqueue(call_id, call)
end
if consultant.reservation == id then settle(reservation.consultant, consultant) end
return reply(attempts >= most and 'unreached' or 'again', { ['until'] = now + pause })
