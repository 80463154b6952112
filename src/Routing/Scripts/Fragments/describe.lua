-- needs: calls, statistics
-- What a caller can be told of their call. The place counts everybody ahead in the lists of the caller's language, callbacks too.
local function describe(id, call)
  local answer = { state = call.state, reason = call.reason, reservation = call.reservation, arrived = tonumber(call.arrived), step = tonumber(call.step) }
  if call.state == 'waiting' or call.state == 'callback' then
    local ahead = redis.call('ZCOUNT', key('waiting:' .. call.language .. ':high'), '-inf', '(' .. call.order)
      + redis.call('ZCOUNT', key('waiting:' .. call.language .. ':any'), '-inf', '(' .. call.order)
    answer.place = ahead + 1
    answer.starts, answer.span = recent_starts(call.language)
    answer.served = spoken(call.language) or (call.second ~= '' and spoken(call.second))
  elseif call.state == 'offered' or call.state == 'connected' then
    answer.consultant = redis.call('HGET', key('reservation:' .. call.reservation), 'consultant') or nil
  end
  return answer
end
