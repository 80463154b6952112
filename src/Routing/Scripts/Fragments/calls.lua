-- needs: orders
-- A call waits in one list per language it may be served in: waiting:<language>:high for consultants at a high level,
-- waiting:<language>:any for all who speak it. staff:<language>:<high|low> holds who is logged in, free:... who is free.
local function staffed(language, level) return redis.call('EXISTS', key('staff:' .. language .. ':' .. level)) == 1 end
local function spoken(language) return staffed(language, 'high') or staffed(language, 'low') end

-- How far the language rule is relaxed: 1 high level, 2 any level, 3 the second language too. A step that nobody logged in could
-- serve is skipped at once; a step once reached is kept.
local function step_of(call)
  local waited, step = now - tonumber(call.arrived), tonumber(call.step)
  if step == 1 and (waited >= any_level_after or not staffed(call.language, 'high')) then step = 2 end
  if step == 2 and call.second ~= '' and (waited >= second_language_after or not spoken(call.language)) then step = 3 end
  return step
end

local function lists_of(call)
  if call.step == '1' then return { call.language .. ':high' } end
  if call.step == '2' then return { call.language .. ':any' } end
  return { call.language .. ':any', call.second .. ':any' }
end

local function tried_of(call) return (call.tried or '') ~= '' and cjson.decode(call.tried) or {} end

-- A callback that may not be dialled yet keeps its place, but stands in no list.
local function asleep(call) return call.kind == 'callback' and tonumber(call.not_before) > now end

-- When something changes for a waiting call by time alone: its next step, the end of a cool-down, the start of a callback.
local function plan(id, call)
  local arrived, due = tonumber(call.arrived), nil
  local function at(time) if time > now and (not due or time < due) then due = time end end
  if asleep(call) then
    at(tonumber(call.not_before))
  else
    if call.step == '1' then at(arrived + any_level_after) end
    if call.step ~= '3' and call.second ~= '' then at(arrived + second_language_after) end
    for _, time in pairs(tried_of(call)) do at(time) end
  end
  if due then redis.call('ZADD', key('due'), whole(due), id) else redis.call('ZREM', key('due'), id) end
end

local function enqueue(id, call)
  call.step = whole(step_of(call))
  write('call:' .. id, call, { state = call.kind == 'callback' and 'callback' or 'waiting', reason = '', step = call.step,
    order = caller_order(call), reservation = '' })
  plan(id, call)
  if asleep(call) then return end
  for _, list in ipairs(lists_of(call)) do redis.call('ZADD', key('waiting:' .. list), call.order, id) end
end

local function dequeue(id, call)
  for _, list in ipairs(lists_of(call)) do redis.call('ZREM', key('waiting:' .. list), id) end
  redis.call('ZREM', key('due'), id)
end
