-- Orders everybody anew after another order was chosen in the settings.
-- needs: calls, consultants
-- ARGV: none but the names of the orders, which all scripts get
-- Returns ordered {looked: how many callers}.
local callers = 0
for _, language in ipairs(redis.call('SMEMBERS', key('languages'))) do
  for _, list in ipairs({ language .. ':high', language .. ':any' }) do
    for _, id in ipairs(redis.call('ZRANGE', key('waiting:' .. list), 0, -1)) do
      local call = read('call:' .. id)
      write('call:' .. id, call, { order = caller_order(call) })
      redis.call('ZADD', key('waiting:' .. list), call.order, id)
      callers = callers + 1
    end
  end
end
for _, id in ipairs(redis.call('SMEMBERS', key('consultants'))) do
  local consultant = read('consultant:' .. id)
  if consultant.state == 'available' then free(id, consultant) end
end
redis.call('HSET', KEYS[1], 'orders', ARGV[7] .. ' ' .. ARGV[8])
return reply('ordered', { looked = callers })
