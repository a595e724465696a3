-- A made-up message for each request of wrk, as SMSSync sends it, from one of ten thousand made-up numbers.
math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 100000)
local run = math.random(0, 0xffffff)
local count = 0

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"

request = function()
  count = count + 1
  local body = string.format(
    "from=%%2B1202555%04d&message=Exercise%%3A+the+road+to+the+school+is+under+water%%2C+about+%d+people+wait+for+a+boat&message_id=%06x-%d&device_id=bench&secret=a+made-up+secret",
    math.random(0, 9999), math.random(2, 90), run, count)
  return wrk.format(nil, nil, nil, body)
end
