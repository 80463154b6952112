-- Remembers which wait a caller was told, to be held against the one that comes. Only the first counts.
-- ARGV: call, at least (ms), at most (ms), place
-- Returns noted | nothing.
local id, low, high = arg(1), arg(2), arg(3)
local call = read('call:' .. id)
if call.state ~= 'waiting' or (call.announced or '') ~= '' then return reply('nothing') end
write('call:' .. id, call, { announced = whole(now), announced_low = low, announced_high = high })
tell('announced', id, { low = tonumber(low), high = tonumber(high), place = tonumber(arg(4)) })
return reply('noted')
