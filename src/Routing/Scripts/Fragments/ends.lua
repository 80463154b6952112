-- needs: find
-- How calls, reservations and work end.
local function close_record(call_id)
  if redis.call('EXISTS', key('history:' .. call_id)) == 0 then return end
  local record = call_id .. ':' .. redis.call('HINCRBY', KEYS[1], 'record', 1)
  redis.call('RENAME', key('history:' .. call_id), key('record:' .. record))
  redis.call('RPUSH', key('outbox'), record)
end

-- What a consultant is after work: the last thing they asked for; else what was found out about them; else free, and matched.
local function settle(id, consultant)
  local asked, reason = consultant.next or '', consultant.next_reason or ''
  if asked == '' or asked == 'available' then
    asked, reason = 'available', ''
    if consultant.vanished == '1' then asked, reason = 'not-ready', 'vanished' end
    if consultant.missed == '1' then asked, reason = 'not-ready', 'missed' end
  end
  write('consultant:' .. id, consultant, { reservation = '', next = '', next_reason = '', vanished = '', missed = '' })
  become(id, consultant, asked, reason)
  if asked == 'offline' then log_out(id, consultant) end
  if asked == 'available' then
    free(id, consultant)
    match_consultant(id, consultant)
  end
end

local function close_reservation(id, reservation, state)
  if reservation.state == 'pending' then
    tasks[#tasks + 1] = { task = 'stop', reservation = id, call = reservation.call, consultant = reservation.consultant, leg = reservation.leg or '', why = state }
  end
  write('reservation:' .. id, reservation, { state = state, since = whole(now) })
  redis.call('ZREM', key('deadlines'), id)
  redis.call('ZREM', key('unhanded'), id)
  redis.call('EXPIRE', key('reservation:' .. id), 86400)
end

local function finish_work(id, reservation)
  local consultant = read('consultant:' .. reservation.consultant)
  close_reservation(id, reservation, 'completed')
  tell('wrapped-up', reservation.call, { consultant = reservation.consultant, reservation = id })
  if redis.call('HGET', key('call:' .. reservation.call), 'state') == 'gone' then close_record(reservation.call) end
  if consultant.reservation == id then
    write('consultant:' .. reservation.consultant, consultant, { idle = whole(now) })
    settle(reservation.consultant, consultant)
  end
end

local function wrap_up(id, reservation, length)
  local consultant = read('consultant:' .. reservation.consultant)
  count('talk', now - tonumber(reservation.since))
  write('reservation:' .. id, reservation, { state = 'wrapping', since = whole(now) })
  if length == 0 or consultant.reservation ~= id then return finish_work(id, reservation) end
  redis.call('ZADD', key('deadlines'), whole(now + length), id)
  become(reservation.consultant, consultant, 'wrap-up')
end
