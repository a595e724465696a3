-- As browsers ask.
wrk.headers["Accept-Encoding"] = "gzip"
