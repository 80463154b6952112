-- A supervisor moves a waiting call before all others of its lists. Its arrival, and so its wait, is not touched.
-- needs: describe
-- ARGV: call
-- Returns moved {call as described} | late {state}.
local id = arg(1)
local call = read('call:' .. id)
if call.state ~= 'waiting' and call.state ~= 'callback' then return reply('late', { state = call.state or 'unknown' }) end
local first
for _, list in ipairs({ call.language .. ':high', call.language .. ':any' }) do
  local head = redis.call('ZRANGE', key('waiting:' .. list), 0, 0, 'WITHSCORES')
  if head[1] and head[1] ~= id and (not first or tonumber(head[2]) < first) then first = tonumber(head[2]) end
end
if first and first <= tonumber(call.order) then
  dequeue(id, call)
  local lead = tonumber(call.lead or '0') + math.ceil((tonumber(call.order) - first) / 1000) + 1
  write('call:' .. id, call, { lead = whole(lead) })
  tell('moved', id, { lead = lead })
  enqueue(id, call)
end
return reply('moved', describe(id, call))
