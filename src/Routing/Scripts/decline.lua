-- A reservation ends without a conversation: refused, not answered in time, its consultant vanished, or a supervisor took it back.
-- The call waits again at its old place, is offered to the next consultant at once, and not to this one until the cool-down is over.
-- needs: ends
-- ARGV: reservation, outcome (rejected|timeout|canceled|rescinded), reason ('network': not the consultant's fault), cool-down (ms),
--   misses until not-ready
-- Returns declined {call, consultant} | late {state of the reservation, or unknown}.
-- Keeps: the same event twice changes nothing; who misses too often rests.
local id, outcome, reason, cool_down, most = arg(1), arg(2), arg(3), tonumber(arg(4)), tonumber(arg(5))
local reservation = read('reservation:' .. id)
if reservation.state ~= 'pending' then return reply('late', { state = reservation.state or 'unknown' }) end

local call_id, consultant_id = reservation.call, reservation.consultant
local call, consultant = read('call:' .. call_id), read('consultant:' .. consultant_id)
close_reservation(id, reservation, outcome)
tell(outcome, call_id, { consultant = consultant_id, reservation = id, reason = reason })
count(outcome)

if call.state == 'offered' and call.reservation == id then
  local tried = tried_of(call)
  for who, till in pairs(tried) do if till <= now then tried[who] = nil end end
  tried[consultant_id] = now + cool_down
  enqueue(call_id, call, { tried = cjson.encode(tried) })
  match_call(call_id, call)
end

if call.consult == id then write('call:' .. call_id, call, { consult = '' }) end
if consultant.reservation == id then
  local misses = outcome == 'timeout' and tonumber(consultant.misses) + 1 or outcome == 'rejected' and 0 or tonumber(consultant.misses)
  if misses >= most then consultant.missed = '1' end
  if outcome == 'canceled' and reason ~= 'network' then consultant.vanished = '1' end
  settle(consultant_id, consultant, { misses = whole(misses >= most and 0 or misses) })
end
return reply('declined', { call = call_id, consultant = consultant_id })
