-- A node takes a reservation to dial it. What is not dialled is handed out again when the grace is over.
-- needs: match
-- ARGV: reservation, grace (ms)
-- Returns ring | late: it is no longer pending, is with another node, or is ringing already.
local id, grace = arg(1), tonumber(arg(2))
local reservation = read('reservation:' .. id)
local due = tonumber(redis.call('ZSCORE', key('unhanded'), id) or '0')
if reservation.state ~= 'pending' or due == 0 or (reservation.handed and due > now) then return reply('late') end
write('reservation:' .. id, reservation, { handed = whole(now) })
redis.call('ZADD', key('unhanded'), whole(now + grace), id)
return reply('ring')
