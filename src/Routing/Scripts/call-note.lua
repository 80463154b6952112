-- The host notes something on a call, before, while or after it is in the queue. The same note twice changes nothing.
-- ARGV: call, name, value, length of life (ms)
-- Returns noted.
local name = 'notes:' .. arg(1)
redis.call('HSET', key(name), arg(2), arg(3))
redis.call('PEXPIRE', key(name), arg(4))
return reply('noted')
