-- A record is stored: it is deleted here. Or it is given back, to be taken again at once.
-- ARGV: record, 'stored' or 'back'
-- Returns stored | back | unknown.
local record = arg(1)
if not redis.call('ZSCORE', key('outgoing'), record) then return reply('unknown') end
if arg(2) == 'back' then
  redis.call('ZADD', key('outgoing'), whole(now), record)
  return reply('back')
end
redis.call('ZREM', key('outgoing'), record)
redis.call('DEL', key('record:' .. record))
return reply('stored')
