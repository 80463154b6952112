-- The desk of a consultant is alive.
-- ARGV: consultant, lease (ms)
-- Returns known {state and what belongs to it} | unknown: sign in again.
local id, lease = arg(1), tonumber(arg(2))
local consultant = read('consultant:' .. id)
if not consultant.state or consultant.state == 'offline' then return reply('unknown') end
redis.call('ZADD', key('presence'), whole(now + lease), id)
if consultant.vanished == '1' then write('consultant:' .. id, consultant, { vanished = '' }) end
return reply('known', consultant)
