-- Gives a consultant more time to wrap up.
-- ARGV: reservation, how much more (ms)
-- Returns extended {until} | late {state of the reservation, or unknown}.
local id, more = arg(1), tonumber(arg(2))
local reservation = read('reservation:' .. id)
if reservation.state ~= 'wrapping' then return reply('late', { state = reservation.state or 'unknown' }) end
local till = math.max(tonumber(redis.call('ZSCORE', key('deadlines'), id) or '0'), now) + more
redis.call('ZADD', key('deadlines'), whole(till), id)
return reply('extended', { ['until'] = till })
