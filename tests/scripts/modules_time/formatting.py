import time

moment = time.gmtime(86400 * 365.25 * 30 + 3661)
print(
    moment.tm_year, moment.tm_mon, moment.tm_mday, moment.tm_hour, moment.tm_min, moment.tm_sec,
    moment.tm_wday, moment.tm_yday,
)
print(
    time.strftime("%Y-%m-%d %H:%M:%S", moment), time.strftime("%j %y %b %B %a %A %p %I", moment),
    time.strftime("%%"),
)
print(tuple(time.gmtime(0)), time.strftime("%H:%M", time.gmtime(59 * 60)))
print(
    len(time.strftime("%H:%M:%S")), len(time.ctime()), time.gmtime(0)[0],
    time.asctime(time.gmtime(0)),
)
