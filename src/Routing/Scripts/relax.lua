-- Looks again at the callers of a language when nobody of a level, or nobody at all, is left who could serve them. They are matched by
-- offer-relaxed, after the callers of all languages concerned were looked at: one order for all.
-- needs: calls
-- ARGV: language, how many callers of the list for any level were looked at, most calls at once
-- Returns done | more {looked at}.
-- Keeps: a step that nobody logged in could serve is skipped at once.
local language, from, most = arg(1), tonumber(arg(2)), tonumber(arg(3))
local function look(list, first)
  local ids = redis.call('ZRANGE', key('waiting:' .. list), first, first + most - 1)
  for _, id in ipairs(ids) do
    local call = read('call:' .. id)
    if call.language == language and step_of(call) > tonumber(call.step) then
      dequeue(id, call)
      enqueue(id, call)
      redis.call('ZADD', key('relaxed'), call.order, id)
    end
  end
  return #ids
end

if not staffed(language, 'high') and look(language .. ':high', 0) == most then return reply('more', { looked = 0 }) end
if not spoken(language) and look(language .. ':any', from) == most then return reply('more', { looked = from + most }) end
redis.call('SREM', key('relax'), language)
return reply('done')
