-- A consultant hands the caller on to the queue of a language and topic: the call waits at its original time, not for them.
-- needs: ends
-- ARGV: reservation, language, topic, cool-down (ms), length of wrap-up (ms)
-- Returns transferred {call} | late {state of the reservation, or unknown}.
-- Keeps: an old number is refused; one order for all.
local id, language, topic, cool_down, length = arg(1), arg(2), arg(3), tonumber(arg(4)), tonumber(arg(5))
local reservation = read('reservation:' .. id)
local call = reservation.call and read('call:' .. reservation.call) or {}
if reservation.state ~= 'accepted' or call.reservation ~= id then return reply('late', { state = reservation.state or 'unknown' }) end
if (call.consult or '') ~= '' then return reply('late', { state = 'consulting' }) end

local call_id = reservation.call
tell('transferred', call_id, { reservation = id, consultant = reservation.consultant, language = language, topic = topic })
write('call:' .. call_id, call, { language = language, topic = topic, second = call.second ~= language and call.second or '', step = '1', kind = '',
  tried = cjson.encode({ [reservation.consultant] = now + cool_down }) })
redis.call('ZADD', key('beats'), whole(now), call_id)
redis.call('SADD', key('languages'), language)
enqueue(call_id, call)
match_call(call_id, call)
wrap_up(id, reservation, length)
return reply('transferred', { call = call_id })
