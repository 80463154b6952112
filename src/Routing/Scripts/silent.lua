-- A call whose wait loop has gone silent: the host is asked to look after it, and again after the same time.
-- ARGV: call, silent after (ms)
-- Returns asked | nothing.
local id, silent_after = arg(1), tonumber(arg(2))
local call = read('call:' .. id)
local beat = tonumber(redis.call('ZSCORE', key('beats'), id) or '0')
if not call.state or call.state == 'connected' or (call.state == 'gone' and call.reason ~= 'menu') then
  redis.call('ZREM', key('beats'), id)
  return reply('nothing')
end
if beat > now - silent_after then return reply('nothing') end
redis.call('ZADD', key('beats'), whole(now), id)
tasks[1] = { task = 'check', call = id, why = 'silent' }
return reply('asked')
