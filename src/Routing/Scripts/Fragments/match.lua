-- needs: calls, consultants
-- Brings one call and one consultant together. As no pair is left unmatched before an event, one match after it is enough.
-- Those who may not meet now: the consultant was rung for this call a moment ago, or the caller still waits for the one who was lost.
local function cooling(call, consultant_id)
  if (tonumber(call.held or '') or 0) > now and call.keeper ~= consultant_id then return true end
  local till = tried_of(call)[consultant_id]
  return till ~= nil and till > now
end

-- Reservation numbers grow with time, so that a store that lost its last second never gives one twice.
local function next_reservation()
  local last = tonumber(redis.call('HGET', KEYS[1], 'reservation') or '0')
  local id = whole(math.max(last + 1, now * 1000))
  redis.call('HSET', KEYS[1], 'reservation', id)
  return id
end

local function ring_task(id, call_id, call, consultant_id, device, kind)
  return { task = 'ring', reservation = id, call = call_id, consultant = consultant_id, device = device, language = call.language,
    topic = call.topic, arrived = tonumber(call.arrived), band = call.band, kind = kind == 'call' and call.kind or kind, number = call.number }
end

local function reserve(call_id, call, consultant_id, consultant, kind, fields)
  local id = next_reservation()
  if consultant.state == 'available' then unfree(consultant_id, consultant) end
  fields = fields or {}
  fields.reservation = id
  become(consultant_id, consultant, 'reserved', '', fields)
  redis.call('HSET', key('reservation:' .. id), 'state', 'pending', 'call', call_id, 'consultant', consultant_id, 'kind', kind, 'since', whole(now))
  redis.call('ZADD', key('deadlines'), whole(now + ring_time), id)
  redis.call('ZADD', key('unhanded'), whole(now + 2000), id)
  tell('offered', call_id, { consultant = consultant_id, reservation = id, kind = kind })
  tasks[#tasks + 1] = ring_task(id, call_id, call, consultant_id, consultant.device, kind)
  return id
end

local function offer(call_id, call, consultant_id, consultant, fields)
  dequeue(call_id, call)
  local id = reserve(call_id, call, consultant_id, consultant, 'call', fields)
  write('call:' .. call_id, call, { state = 'offered', reservation = id })
end
