-- A consultant's telephone is lost in a conversation. The caller waits again, before everybody else, and for a moment for this consultant
-- alone, whose telephone may come back; the consultant is not ready until it does.
-- needs: leaving
-- ARGV: reservation, how long the caller waits for this consultant alone (ms)
-- Returns lost {call, consultant} | late {state of the reservation, or unknown}.
-- Keeps: an old number is refused; the same event twice changes nothing; no caller is lost.
local id, alone = arg(1), tonumber(arg(2))
local reservation = read('reservation:' .. id)
local call_id = reservation.call
local call = call_id and read('call:' .. call_id) or {}
if reservation.state ~= 'accepted' or call.reservation ~= id or call.state ~= 'connected' or call.kind == 'callback' then
  return reply('late', { state = reservation.state or 'unknown' })
end

local consultant_id = reservation.consultant
local consultant = read('consultant:' .. consultant_id)
count('talk', now - tonumber(reservation.since))
close_reservation(id, reservation, 'completed')
tell('lost', call_id, { consultant = consultant_id, reservation = id })
if consultant.reservation == id then
  consultant.lost, consultant.idle = '1', whole(now)
  settle(consultant_id, consultant, { idle = consultant.idle, interrupted = id })
end

-- Who asked for a pause or to go home meanwhile is not waited for.
local comes_back = consultant.state == 'not-ready' and consultant.reason == 'lost'
redis.call('ZADD', key('beats'), whole(now), call_id)
enqueue(call_id, call, { tried = '', keeper = consultant_id, interrupted = id, held = comes_back and whole(now + alone) or '' })
match_call(call_id, call)
end_consultation(call_id, call)
return reply('lost', { call = call_id, consultant = consultant_id })
