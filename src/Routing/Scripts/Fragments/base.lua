-- What every script begins with. KEYS[1] is the guard of the hotline, under which the store lets one script run at a time;
-- every other key stands under the same hash tag. The first eight arguments are the same for all scripts.
local prefix = string.sub(KEYS[1], 1, -6)
local now, day = tonumber(ARGV[1]), ARGV[2]
local ring_time, any_level_after = tonumber(ARGV[3]), tonumber(ARGV[4])
local second_language_after, head_start = tonumber(ARGV[5]), tonumber(ARGV[6])
local tasks = {}

local function arg(position) return ARGV[position + 8] end
local function key(name) return prefix .. name end
local function whole(value) return string.format('%.0f', value) end

-- A hash as a table; an absent one is an empty table.
local function read(name)
  local flat, row = redis.call('HGETALL', key(name)), {}
  for i = 1, #flat, 2 do row[flat[i]] = flat[i + 1] end
  return row
end

-- Sets fields (texts) of a hash, in the store and in the table read from it.
local function write(name, row, fields)
  local flat = {}
  for field, value in pairs(fields) do
    row[field] = value
    flat[#flat + 1] = field
    flat[#flat + 1] = value
  end
  redis.call('HSET', key(name), unpack(flat))
end

local function count(what, by)
  redis.call('HINCRBY', key('day:' .. day), what, by and whole(by) or 1)
end

-- Adds an event to the history of a call and tells whoever watches the board. Never holds a number or a name of a caller.
local function tell(event, call_id, fields)
  fields.event, fields.at, fields.call = event, now, call_id
  local text = cjson.encode(fields)
  if call_id then redis.call('RPUSH', key('history:' .. call_id), text) end
  redis.call('PUBLISH', key('events'), text)
end

-- The answer of a script: a status, a table or nothing, and what the host has to do now.
local function reply(status, payload)
  local answer = { status, payload and cjson.encode(payload) or '' }
  for i = 1, #tasks do answer[#answer + 1] = cjson.encode(tasks[i]) end
  return answer
end
