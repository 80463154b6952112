-- Does what time alone makes possible for waiting calls: their next language step, the end of a cool-down, the start of a callback.
-- needs: find
-- ARGV: most calls at once
-- Returns done | more.
-- Keeps: of calls that come due together the one that is first in the queue is matched first.
local most = tonumber(arg(1))
local due, ready = redis.call('ZRANGEBYSCORE', key('due'), '-inf', whole(now), 'LIMIT', 0, most), {}
for _, id in ipairs(due) do
  local call = read('call:' .. id)
  if call.state == 'waiting' or call.state == 'callback' then
    dequeue(id, call)
    enqueue(id, call)
    if not asleep(call) then ready[#ready + 1] = { id = id, call = call } end
  else
    redis.call('ZREM', key('due'), id)
  end
end
table.sort(ready, function(a, b) return better(tonumber(a.call.order), a.id, tonumber(b.call.order), b.id) end)
for _, one in ipairs(ready) do match_call(one.id, one.call) end
return reply(#due == most and 'more' or 'done')
