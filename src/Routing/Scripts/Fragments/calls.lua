-- needs: orders, languages
-- A call waits in its lists, and in due when time alone will change something for it.
local function tried_of(call) return (call.tried or '') ~= '' and cjson.decode(call.tried) or {} end

-- A callback that may not be dialled yet keeps its place, but stands in no list.
local function asleep(call) return call.kind == 'callback' and tonumber(call.not_before) > now end

-- When something changes for a waiting call by time alone: its next step, the end of a cool-down or of the wait for the consultant who
-- was lost, the start of a callback.
local function plan(id, call)
  local arrived, due = tonumber(call.arrived), nil
  local function at(time) if time > now and (not due or time < due) then due = time end end
  if asleep(call) then
    at(tonumber(call.not_before))
  else
    if call.step == '1' then at(arrived + any_level_after) end
    if call.step ~= '3' and call.second ~= '' then at(arrived + second_language_after) end
    if call.kind == 'callback' and call.not_after ~= '' then at(tonumber(call.not_after)) end
    if (call.held or '') ~= '' then at(tonumber(call.held)) end
    for _, time in pairs(tried_of(call)) do at(time) end
  end
  if due then redis.call('ZADD', key('due'), whole(due), id) else redis.call('ZREM', key('due'), id) end
end

-- A window of a callback that has passed, or will have when the callback may be tried again, comes again on the next day.
local function move_window(call)
  local till, from = tonumber(call.not_after or ''), math.max(now, tonumber(call.not_before))
  if not till or till > from then return end
  local days = math.floor((from - till) / 86400000) + 1
  call.opens, call.not_after = whole(tonumber(call.opens) + days * 86400000), whole(till + days * 86400000)
  call.not_before = call.opens
end

-- Puts a call where it waits; other fields that change with it are written along.
local function enqueue(id, call, fields)
  fields = fields or {}
  for field, value in pairs(fields) do call[field] = value end
  if call.kind == 'callback' then move_window(call) end
  call.step = whole(step_of(call))
  fields.state, fields.reason, fields.reservation = call.kind == 'callback' and 'callback' or 'waiting', '', ''
  fields.step, fields.order = call.step, caller_order(call)
  if call.kind == 'callback' then fields.opens, fields.not_before, fields.not_after = call.opens, call.not_before, call.not_after end
  write('call:' .. id, call, fields)
  plan(id, call)
  if asleep(call) then return end
  for _, list in ipairs(lists_of(call)) do redis.call('ZADD', key('waiting:' .. list), call.order, id) end
end

local function dequeue(id, call)
  for _, list in ipairs(lists_of(call)) do redis.call('ZREM', key('waiting:' .. list), id) end
  redis.call('ZREM', key('due'), id)
end
