-- Puts a conversation back that the store has lost, from what the host knows of it. What the store knows better stays.
-- needs: consultants
-- ARGV: reservation, call, arrival (ms), language, topic, caller key, consultant, longest talk (ms)
-- Returns restored | known {state of the call}.
-- Keeps: a consultant in a conversation is not offered a second call.
local id, call_id, consultant_id, longest_talk = arg(1), arg(2), arg(7), tonumber(arg(8))
local call, reservation = read('call:' .. call_id), read('reservation:' .. id)
if call.state or reservation.state then return reply('known', { state = call.state or 'unknown' }) end
write('call:' .. call_id, call, { state = 'connected', reason = '', kind = '', arrived = arg(3), language = arg(4), second = '', topic = arg(5), band = '0',
  caller = arg(6), step = '1', turn = '0', reservation = id, tried = '' })
write('reservation:' .. id, reservation, { state = 'accepted', call = call_id, consultant = consultant_id, kind = 'call', since = whole(now), waited = '0' })
redis.call('ZADD', key('deadlines'), whole(now + longest_talk), id)
local consultant = read('consultant:' .. consultant_id)
if consultant.state and consultant.state ~= 'offline' and (consultant.reservation or '') == '' then
  if consultant.state == 'available' then unfree(consultant_id, consultant) else
    write('consultant:' .. consultant_id, consultant, { next = consultant.reason ~= 'signed-in' and consultant.state or '', next_reason = consultant.reason or '' })
  end
  write('consultant:' .. consultant_id, consultant, { reservation = id })
  become(consultant_id, consultant, 'on-call')
end
tell('restored', call_id, { reservation = id, consultant = consultant_id })
return reply('restored')
