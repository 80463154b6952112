-- One turn of the wait loop: the sign of life of a call, its next language step if that is due, and what to tell the caller.
-- needs: find, describe
-- ARGV: call
-- Returns unknown (join it) | known {call as described}.
-- Keeps: a call that stands in no list is put back; a call whose reservation was lost with the store's last second waits again at its old place.
local id = arg(1)
local call = read('call:' .. id)
if not call.state then return reply('unknown') end

if call.state == 'offered' or call.state == 'waiting' then redis.call('ZADD', key('beats'), whole(now), id) end
if call.state == 'offered' then
  local reservation = read('reservation:' .. call.reservation)
  if reservation.state ~= 'pending' or reservation.call ~= id then
    enqueue(id, call)
    match_call(id, call)
  end
elseif call.state == 'waiting' and (step_of(call) > tonumber(call.step) or not redis.call('ZSCORE', key('waiting:' .. lists_of(call)[1]), id)) then
  dequeue(id, call)
  enqueue(id, call)
  match_call(id, call)
end
return reply('known', describe(id, call))
