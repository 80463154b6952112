-- What the sweep has to do about one reservation whose deadline passed or whose offer was not dialled.
-- needs: match
-- ARGV: reservation, how long until it is asked about again (ms)
-- Returns timeout | finish | overlong (the host is asked to look after the call) | ring | nothing.
local id, again = arg(1), tonumber(arg(2))
local reservation = read('reservation:' .. id)
local deadline = tonumber(redis.call('ZSCORE', key('deadlines'), id) or '0')
local call = reservation.call and read('call:' .. reservation.call) or {}
if reservation.state == 'pending' and deadline <= now then return reply('timeout') end
if reservation.state == 'wrapping' and deadline <= now then return reply('finish') end
if reservation.state == 'pending' then
  tasks[1] = ring_task(id, reservation.call, call, reservation.consultant, redis.call('HGET', key('consultant:' .. reservation.consultant), 'device') or nil,
    reservation.kind)
  return reply('ring')
end
if reservation.state == 'accepted' and deadline <= now then
  redis.call('ZADD', key('deadlines'), whole(now + again), id)
  tasks[1] = { task = 'check', call = reservation.call, reservation = id, why = 'overlong' }
  return reply('overlong')
end
if reservation.state ~= 'pending' then redis.call('ZREM', key('unhanded'), id) end
if not reservation.state or reservation.state == 'completed' then redis.call('ZREM', key('deadlines'), id) end
return reply('nothing')
