-- The host notes something on a reservation, such as the name of the conference. The same note twice changes nothing.
-- ARGV: reservation, name, value
-- Returns noted | unknown.
-- Keeps: a forgotten reservation is not brought back by a late note.
local name = 'reservation:' .. arg(1)
if redis.call('EXISTS', key(name)) == 0 then return reply('unknown') end
redis.call('HSET', key(name), 'note:' .. arg(2), arg(3))
return reply('noted')
