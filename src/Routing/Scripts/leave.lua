-- Takes a call out of the queue: the caller hung up, went to the menu, or is done. A ringing consultant is free again;
-- a conversation goes to wrap-up. The same event twice changes nothing.
-- needs: leaving
-- ARGV: call, reason (hung-up|menu|ended|cancelled), how long the place is kept (ms), length of wrap-up (ms), who ended it
-- Returns left {before} | gone {reason}. Only cancelled takes a callback away: its caller hangs up as a matter of course,
-- also late, when they are dialled already.
-- Keeps: a name that was never seen is remembered as gone, so that a join which arrives late is not taken for a new call.
local id, reason, place_kept, wrap_up_length, ended_by = arg(1), arg(2), tonumber(arg(3)), tonumber(arg(4)), arg(5)
local call = read('call:' .. id)
if not call.state then
  write('call:' .. id, call, { state = 'gone', reason = reason, left = whole(now) })
  redis.call('EXPIRE', key('call:' .. id), 3600)
  return reply('left', { before = 'unknown' })
end

if call.state == 'gone' then
  if call.reason == 'menu' and reason ~= 'menu' then
    leave(id, call, reason, place_kept, wrap_up_length, ended_by)
    return reply('left', { before = 'menu' })
  end
  -- Who has hung up after a conversation cannot ask anew, as who stayed on the line can.
  if call.reason == 'ended' and reason == 'hung-up' then write('call:' .. id, call, { reason = reason }) end
  return reply('gone', { reason = call.reason })
end
if call.kind == 'callback' and (reason == 'hung-up' or reason == 'ended' or reason == 'menu') then
  return reply('gone', { reason = 'callback' })
end
if reason == 'menu' and call.state == 'connected' then return reply('gone', { reason = call.state }) end

local before = call.state
leave(id, call, reason, place_kept, wrap_up_length, ended_by)
return reply('left', { before = before })
