-- needs: match
-- The best free consultant for a call, and the best call for a consultant. Both look only at the heads of a few lists, and go on
-- past the head only for pairs that are cooling down.
local function better(score, id, best_score, best_id)
  return not best_score or score < best_score or (score == best_score and id < best_id)
end

local function match_call(call_id, call)
  local classes, best, best_score = { call.language .. ':high' }, nil, nil
  if call.step ~= '1' then classes[2] = call.language .. ':low' end
  if call.step == '3' then classes[3], classes[4] = call.second .. ':high', call.second .. ':low' end
  for _, class in ipairs(classes) do
    local at = 0
    while true do
      local head = redis.call('ZRANGE', key('free:' .. class), at, at, 'WITHSCORES')
      if not head[1] or not better(tonumber(head[2]), head[1], best_score, best) then break end
      if not cooling(call, head[1]) then best, best_score = head[1], tonumber(head[2]) break end
      at = at + 1
    end
  end
  if best then offer(call_id, call, best, read('consultant:' .. best)) end
  return best ~= nil
end

local function match_consultant(consultant_id, consultant, fields)
  local heads = {}
  local function look(list, at)
    local head = redis.call('ZRANGE', key('waiting:' .. list), at, at, 'WITHSCORES')
    heads[list] = head[1] and { id = head[1], score = tonumber(head[2]), at = at } or nil
  end
  for class in classes_of(consultant) do
    local language = string.match(class, '^[^:]+')
    look(language .. ':any', 0)
    if class == language .. ':high' then look(class, 0) end
  end
  while true do
    local list, best
    for name, head in pairs(heads) do
      if not best or better(head.score, head.id, best.score, best.id) then list, best = name, head end
    end
    if not best then return false end
    local call = read('call:' .. best.id)
    if not cooling(call, consultant_id) then offer(best.id, call, consultant_id, consultant, fields) return true end
    look(list, best.at + 1)
  end
end

-- A consultant gets free: the best call is offered to them at once, or else they stand in the lists of the free.
local function get_free(id, consultant, fields)
  if match_consultant(id, consultant, fields) then return end
  become(id, consultant, 'available', '', fields)
  free(id, consultant)
end
