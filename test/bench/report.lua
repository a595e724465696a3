-- A made-up report for each request of wrk, with an id of its own.
math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
local run = math.random(0, 0xffffff)
local count = 0
local categories = { "medical", "water", "food", "road", "fire", "shelter" }

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"

request = function()
  count = count + 1
  local id = string.format("%08x-%04x-4%03x-8%03x-%06x%06x", math.random(0, 0x7fffffff), math.random(0, 0xffff),
    math.random(0, 0xfff), math.random(0, 0xfff), run, count)
  local body = string.format(
    '{"id":"%s","text":"Exercise: the road to the school is under water, about %d people wait for a boat","category":"%s","location":{"lat":%.5f,"lon":%.5f,"accuracy":%d}}',
    id, math.random(2, 90), categories[math.random(#categories)], 18 + math.random(), -73 + math.random(), math.random(5, 80))
  return wrk.format(nil, nil, nil, body)
end
