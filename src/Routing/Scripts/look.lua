-- What came due or was left behind, for the sweep to put right by the ordinary scripts. Changes nothing but the lease of the sweep.
-- ARGV: node, lease (ms), silent after (ms), most of each
-- Returns elsewhere: another node sweeps | look {deadlines, unhanded, desks, calls, relax, relaxed, due, reorder}.
-- Keeps: one node sweeps at a time; when it stops another takes over after the lease.
local node, lease, silent_after, most = arg(1), tonumber(arg(2)), tonumber(arg(3)), arg(4)
local sweeper = read('sweeper')
if sweeper.node and sweeper.node ~= node and tonumber(sweeper['until']) > now then return reply('elsewhere') end
write('sweeper', sweeper, { node = node, ['until'] = whole(now + lease) })

local function past(set, time)
  local ids = redis.call('ZRANGEBYSCORE', key(set), '-inf', whole(time), 'LIMIT', 0, most)
  return #ids > 0 and ids or nil
end
local relax = redis.call('SMEMBERS', key('relax'))
return reply('look', { deadlines = past('deadlines', now), unhanded = past('unhanded', now), desks = past('presence', now),
  calls = past('beats', now - silent_after), due = past('due', now) and true or nil,
  reorder = redis.call('HGET', KEYS[1], 'orders') ~= ARGV[7] .. ' ' .. ARGV[8],
  relax = #relax > 0 and relax or nil, relaxed = redis.call('EXISTS', key('relaxed')) == 1 or nil })
