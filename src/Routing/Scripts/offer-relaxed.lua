-- Matches the callers whose language rule was relaxed, the one that is first in the queue first.
-- needs: find
-- ARGV: most calls at once
-- Returns done | more.
-- Keeps: one order for all, whatever the language; a call that was served meanwhile is passed over.
local most = tonumber(arg(1))
local ids = redis.call('ZRANGE', key('relaxed'), 0, most - 1)
for _, id in ipairs(ids) do
  redis.call('ZREM', key('relaxed'), id)
  local call = read('call:' .. id)
  if (call.state == 'waiting' or call.state == 'callback') and not asleep(call) then match_call(id, call) end
end
return reply(#ids == most and 'more' or 'done')
