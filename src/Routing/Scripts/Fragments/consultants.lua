-- needs: orders, languages
-- A consultant is free in one list per language spoken: free:<language>:<high|low>, as named in the field classes.
local function classes_of(consultant) return string.gmatch(consultant.classes or '', '[^,]+') end

-- A consultant changes state; other fields that change with it are written along.
local function become(id, consultant, state, reason, fields)
  fields = fields or {}
  fields.state, fields.reason, fields.since = state, reason or '', whole(now)
  write('consultant:' .. id, consultant, fields)
  tell('consultant', nil, { consultant = id, state = state, reason = reason })
end

local function free(id, consultant)
  local order = consultant_order(consultant)
  for class in classes_of(consultant) do redis.call('ZADD', key('free:' .. class), order, id) end
end

local function unfree(id, consultant)
  for class in classes_of(consultant) do redis.call('ZREM', key('free:' .. class), id) end
end

local function log_in(id, consultant)
  for class in classes_of(consultant) do
    redis.call('SADD', key('staff:' .. class), id)
    redis.call('SADD', key('spoken'), string.match(class, '^[^:]+'))
    staff[class] = nil
  end
  redis.call('SADD', key('consultants'), id)
end

-- Takes a consultant from the staff; where nobody of a class is left, the callers of that language are looked at again.
local function log_out(id, consultant)
  for class in classes_of(consultant) do
    redis.call('SREM', key('staff:' .. class), id)
    staff[class] = nil
    if redis.call('EXISTS', key('staff:' .. class)) == 0 then
      local language = string.match(class, '^[^:]+')
      redis.call('SADD', key('relax'), language)
      tasks[#tasks + 1] = { task = 'relax', language = language }
    end
  end
end
