-- Takes the record of a call that is over, to be stored elsewhere. Who does not acknowledge in time gives it back.
-- ARGV: how long the taker may need (ms)
-- Returns record {record}, then each event as JSON | empty.
local lease = tonumber(arg(1))
local record = redis.call('ZRANGEBYSCORE', key('outgoing'), '-inf', whole(now), 'LIMIT', 0, 1)[1] or redis.call('LPOP', key('outbox'))
if not record then return reply('empty') end
redis.call('ZADD', key('outgoing'), whole(now + lease), record)
local answer = reply('record', { record = record })
for _, event in ipairs(redis.call('LRANGE', key('record:' .. record), 0, -1)) do answer[#answer + 1] = event end
return answer
