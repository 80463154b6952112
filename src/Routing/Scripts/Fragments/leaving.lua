-- needs: ends, statistics
-- A call leaves the queue, in whatever state it is. Its name stays known for an hour, so that a late event cannot bring it back;
-- its caller finds the old place again for as long as the place is kept.
local function rescind(call_id, call, why)
  local id = call.reservation
  local reservation = read('reservation:' .. id)
  if reservation.state ~= 'pending' then return end
  close_reservation(id, reservation, why)
  tell(why, call_id, { consultant = reservation.consultant, reservation = id })
  local consultant = read('consultant:' .. reservation.consultant)
  if consultant.reservation == id then return reservation.consultant, consultant end
end

-- A colleague who was asked for help while the caller was on the line is let go.
local function end_consultation(call_id, call)
  local id = call.consult or ''
  if id == '' then return end
  write('call:' .. call_id, call, { consult = '' })
  local reservation = read('reservation:' .. id)
  if reservation.state ~= 'pending' and reservation.state ~= 'accepted' then return end
  local consultant = read('consultant:' .. reservation.consultant)
  close_reservation(id, reservation, reservation.state == 'pending' and 'rescinded' or 'completed')
  tell('consultation-ended', call_id, { consultant = reservation.consultant, reservation = id })
  if consultant.reservation == id then settle(reservation.consultant, consultant) end
end

local function keep_place(call, length)
  if call.caller == '' or length == 0 then return end
  redis.call('HSET', key('caller:' .. call.caller), 'arrived', call.arrived, 'until', whole(now + length))
  redis.call('PEXPIRE', key('caller:' .. call.caller), math.max(length, 86400000))
end

local function forget_callback(id, call)
  redis.call('ZREM', key('callbacks'), id)
  if call.caller ~= '' then redis.call('HDEL', key('caller:' .. call.caller), 'callback') end
end

local function leave(id, call, reason, place_kept, wrap_up_length, ended_by)
  local before, consultant_id, consultant = call.state, nil, nil
  if before == 'waiting' or before == 'callback' then dequeue(id, call) end
  if before == 'connected' then end_consultation(id, call) end
  if before == 'offered' then consultant_id, consultant = rescind(id, call, 'rescinded') end
  write('call:' .. id, call, { state = 'gone', reason = reason, left = whole(now) })
  redis.call('ZREM', key('beats'), id)
  if call.kind == 'callback' then forget_callback(id, call) end
  tell('gone', id, { reason = reason, by = ended_by, waited = before ~= 'connected' and now - tonumber(call.arrived) or nil })
  if before == 'connected' then
    local reservation = read('reservation:' .. call.reservation)
    if reservation.state == 'accepted' then wrap_up(call.reservation, reservation, wrap_up_length) else close_record(id) end
  elseif reason ~= 'menu' then
    if reason == 'hung-up' then
      keep_place(call, place_kept)
      if before == 'waiting' or before == 'offered' then gave_up(call, before == 'offered') end
    end
    close_record(id)
  end
  if reason == 'menu' then redis.call('ZADD', key('beats'), whole(now), id) else redis.call('EXPIRE', key('call:' .. id), 3600) end
  if consultant then settle(consultant_id, consultant) end
end
