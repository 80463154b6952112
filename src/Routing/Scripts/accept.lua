-- A consultant takes the call of a reservation. The same accept twice gives the same answer.
-- needs: calls, consultants, statistics
-- ARGV: reservation, longest talk (ms)
-- Returns accepted {call, consultant, waited, kind: call | callback | consultation, number: of a callback} | refused {state of the reservation, or unknown}.
-- Keeps: an old number is refused; the caller is looked at again after the accept.
local id, longest_talk = arg(1), tonumber(arg(2))
local reservation = read('reservation:' .. id)
local call = reservation.call and read('call:' .. reservation.call) or {}
local function accepted(waited)
  local callback = reservation.kind == 'call' and call.kind == 'callback'
  return reply('accepted', { call = reservation.call, consultant = reservation.consultant, kind = callback and 'callback' or reservation.kind,
    number = callback and call.number or nil, waited = waited })
end

if reservation.state == 'accepted' then return accepted(tonumber(reservation.waited)) end
if reservation.state ~= 'pending' then return reply('refused', { state = reservation.state or 'unknown' }) end
local consultant = read('consultant:' .. reservation.consultant)
local consultation = reservation.kind == 'consultation'
local expected = consultation and call.consult == id and call.state == 'connected' or call.reservation == id and call.state == 'offered'
if not expected or consultant.reservation ~= id then
  return reply('refused', { state = 'rescinded' })
end

local waited = now - tonumber(call.arrived)
write('reservation:' .. id, reservation, { state = 'accepted', since = whole(now), waited = whole(waited) })
redis.call('ZADD', key('deadlines'), whole(now + longest_talk), id)
redis.call('ZREM', key('unhanded'), id)
become(reservation.consultant, consultant, 'on-call', '', { misses = '0' })
local callback = not consultation and call.kind == 'callback'
tell('accepted', reservation.call, { consultant = reservation.consultant, reservation = id, waited = waited, kind = callback and 'callback' or nil })
if not consultation then
  write('call:' .. reservation.call, call, { state = 'connected', tried = '', keeper = '', held = '' })
  redis.call('ZREM', key('beats'), reservation.call)
  if not callback then started(reservation.call, call, waited) end
end
return accepted(waited)
