-- The desk of a consultant has been silent past its lease. A ringing call goes to others at once; a conversation goes on.
-- needs: consultants
-- ARGV: consultant
-- Returns vanished | ringing {reservation}: decline it as canceled | working | alive.
local id = arg(1)
local consultant = read('consultant:' .. id)
local till = tonumber(redis.call('ZSCORE', key('presence'), id) or '0')
if not consultant.state or consultant.state == 'offline' then
  redis.call('ZREM', key('presence'), id)
  return reply('alive')
end
if till > now then return reply('alive') end
redis.call('ZREM', key('presence'), id)
if consultant.state == 'reserved' then return reply('ringing', { reservation = consultant.reservation }) end
if consultant.state == 'on-call' or consultant.state == 'wrap-up' then
  write('consultant:' .. id, consultant, { vanished = '1' })
  return reply('working')
end
if consultant.state == 'available' then
  unfree(id, consultant)
  become(id, consultant, 'not-ready', 'vanished')
end
return reply('vanished')
