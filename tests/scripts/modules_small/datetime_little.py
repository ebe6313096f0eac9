from datetime import date, datetime, timedelta

d = date(2024, 2, 28)
print(
    d, d.year, d.weekday(), d.isoformat(), d + timedelta(days=2), date(2024, 3, 1) - d,
    d < date(2025, 1, 1), repr(d),
)
t = datetime(2024, 5, 17, 13, 45, 30)
print(
    t, t.hour, t.date(), t.strftime("%d/%m/%Y %H:%M"), t + timedelta(hours=12, minutes=20),
    t.isoformat(), repr(t), t.replace(year=2000),
)
delta = timedelta(days=1, seconds=3700, milliseconds=5)
print(
    delta, delta.total_seconds(), delta.days, delta.seconds, delta * 2, -delta, repr(delta),
    delta / 2, timedelta(minutes=90) // timedelta(hours=1), timedelta(0), bool(timedelta(0)),
)
print(
    datetime(2024, 1, 1) - datetime(2023, 1, 1),
    datetime.strptime("2024-01-02 03:04", "%Y-%m-%d %H:%M"),
    datetime.fromisoformat("2020-02-03T04:05:06"), date.fromisoformat("2020-02-03"),
)
print(
    max(date(2020, 1, 1), date(2021, 1, 1)), date(2024, 2, 29).strftime("%A %d %B"),
    date(2024, 12, 31).isocalendar()[1], {d: 1}[date(2024, 2, 28)], date.today() <= date.today(),
)
for attempt in (
    lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: d - 5, lambda: d < 5,
    lambda: datetime.strptime("x", "%Y"),
):
    try:
        attempt()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
