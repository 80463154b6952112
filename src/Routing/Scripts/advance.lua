-- Does what time alone makes possible for waiting calls: their next language step, the end of a cool-down, the start of a callback.
-- needs: find
-- ARGV: most calls at once
-- Returns done | more.
local most = tonumber(arg(1))
local due = redis.call('ZRANGEBYSCORE', key('due'), '-inf', whole(now), 'LIMIT', 0, most)
for _, id in ipairs(due) do
  local call = read('call:' .. id)
  if call.state == 'waiting' or call.state == 'callback' then
    dequeue(id, call)
    enqueue(id, call)
    if redis.call('ZSCORE', key('waiting:' .. lists_of(call)[1]), id) then match_call(id, call) end
  else
    redis.call('ZREM', key('due'), id)
  end
end
return reply(#due == most and 'more' or 'done')
