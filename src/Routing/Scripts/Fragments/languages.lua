-- A call waits in one list per language it may be served in: waiting:<language>:high for consultants at a high level,
-- waiting:<language>:any for all who speak it. staff:<language>:<high|low> holds who is logged in, free:... who is free.
local staff = {}
local function staffed(language, level)
  local class = language .. ':' .. level
  if staff[class] == nil then staff[class] = redis.call('EXISTS', key('staff:' .. class)) == 1 end
  return staff[class]
end
local function spoken(language) return staffed(language, 'high') or staffed(language, 'low') end

-- Whether anybody is logged in, whatever they speak; the set spoken holds every language that anybody ever spoke here.
local function anybody()
  for _, language in ipairs(redis.call('SMEMBERS', key('spoken'))) do
    if spoken(language) then return true end
  end
  return false
end

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
