-- The host notes something on a reservation, such as the name of the conference. The same note twice changes nothing.
-- ARGV: reservation, name, value
-- Returns noted | unknown. Whoever watches the board is told of a change.
-- Keeps: a forgotten reservation is not brought back by a late note.
local name = 'reservation:' .. arg(1)
if redis.call('EXISTS', key(name)) == 0 then return reply('unknown') end
if redis.call('HGET', key(name), 'note:' .. arg(2)) ~= arg(3) then
  redis.call('HSET', key(name), 'note:' .. arg(2), arg(3))
  tell('noted', nil, { consultant = redis.call('HGET', key(name), 'consultant'), reservation = arg(1) })
end
return reply('noted')
