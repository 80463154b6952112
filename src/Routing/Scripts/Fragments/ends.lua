-- needs: find
-- How calls, reservations and work end.
local function close_record(call_id)
  if redis.call('EXISTS', key('history:' .. call_id)) == 0 then return end
  local record = call_id .. ':' .. redis.call('HINCRBY', KEYS[1], 'record', 1)
  redis.call('RENAME', key('history:' .. call_id), key('record:' .. record))
  redis.call('RPUSH', key('outbox'), record)
end

-- What a consultant is after work: the last thing they asked for; else what was found out about them; else free, and matched.
local function settle(id, consultant, fields)
  local asked, reason = consultant.next or '', consultant.next_reason or ''
  if asked == '' or asked == 'available' then
    asked, reason = 'available', ''
    if consultant.vanished == '1' then asked, reason = 'not-ready', 'vanished' end
    if consultant.missed == '1' then asked, reason = 'not-ready', 'missed' end
    if consultant.lost == '1' then asked, reason = 'not-ready', 'lost' end
  end
  fields = fields or {}
  fields.reservation, fields.next, fields.next_reason, fields.vanished, fields.missed = '', '', '', '', ''
  if asked == 'available' then return get_free(id, consultant, fields) end
  become(id, consultant, asked, reason, fields)
  if asked == 'offline' then log_out(id, consultant) end
end

local function close_reservation(id, reservation, state)
  if reservation.state == 'pending' then
    redis.call('ZREM', key('unhanded'), id)
    tasks[#tasks + 1] = { task = 'stop', reservation = id, call = reservation.call, consultant = reservation.consultant, leg = reservation.leg or '', why = state }
  end
  write('reservation:' .. id, reservation, { state = state, since = whole(now) })
  redis.call('ZREM', key('deadlines'), id)
  redis.call('EXPIRE', key('reservation:' .. id), 86400)
end

local function finish_work(id, reservation)
  local consultant = read('consultant:' .. reservation.consultant)
  close_reservation(id, reservation, 'completed')
  tell('wrapped-up', reservation.call, { consultant = reservation.consultant, reservation = id })
  if redis.call('HGET', key('call:' .. reservation.call), 'state') == 'gone' then close_record(reservation.call) end
  if consultant.reservation == id then
    consultant.idle = whole(now)
    settle(reservation.consultant, consultant, { idle = consultant.idle })
  end
end

local function wrap_up(id, reservation, length)
  local consultant = read('consultant:' .. reservation.consultant)
  count('talk', now - tonumber(reservation.since))
  if length == 0 or consultant.reservation ~= id then return finish_work(id, reservation) end
  write('reservation:' .. id, reservation, { state = 'wrapping', since = whole(now) })
  redis.call('ZADD', key('deadlines'), whole(now + length), id)
  become(reservation.consultant, consultant, 'wrap-up')
end
