"""Months and weeks."""

from datetime import date as _date

__all__ = ["isleap", "leapdays", "monthrange", "weekday", "month_name", "month_abbr", "day_name", "day_abbr",
           "Calendar", "TextCalendar", "month", "calendar", "monthcalendar", "prmonth", "prcal", "setfirstweekday",
           "firstweekday", "timegm", "IllegalMonthError", "IllegalWeekdayError", "MONDAY", "TUESDAY", "WEDNESDAY",
           "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December"]
month_abbr = [name[:3] for name in month_name]
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


def isleap(year):
    """Return True for leap years, False for non-leap years."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """Return number of leap years in range [y1, y2)."""
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    """Return weekday (0-6 ~ Mon-Sun) for year, month (1-12), day (1-31)."""
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    return _date(year, month, day).weekday()


def monthrange(year, month):
    """Return weekday of the first day and the number of days."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == February and isleap(year))


def timegm(tuple):
    """Seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = _date(year, month, 1).toordinal() - _date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    """The days of months, week by week."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday % 7

    def iterweekdays(self):
        return iter([(self.firstweekday + i) % 7 for i in range(7)])

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, days + 1)
        yield from [0] * ((self.firstweekday - first - days) % 7)

    def itermonthdays2(self, year, month):
        for i, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, i % 7

    def itermonthdates(self, year, month):
        from datetime import timedelta

        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = (self.firstweekday - first - days) % 7
        begin = _date(year, month, 1) - timedelta(days=before)
        for i in range(before + days + after):
            yield begin + timedelta(days=i)

    def _weeks(self, days):
        days = list(days)
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))


class TextCalendar(Calendar):
    """Calendars as text."""

    def formatweekheader(self, width):
        names = day_name if width >= 9 else day_abbr
        return " ".join(names[i][:width].center(width) for i in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatweek(self, theweek, width):
        return " ".join((f"{day:2}" if day else "").center(width) for day, weekday in theweek)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w = max(2, w)
        l = max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip(),
                 self.formatweekheader(w).rstrip()]
        for week in self.monthdays2calendar(theyear, themonth):
            lines.append(self.formatweek(week, w).rstrip())
        return "".join(line + "\n" * l for line in lines)

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w = max(2, w)
        l = max(1, l)
        c = max(2, c)
        width = (w + 1) * 7 - 1
        lines = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), "\n" * l]
        gap = " " * c
        for start in range(1, 13, m):
            months = range(start, min(start + m, 13))
            lines.append("\n" * l)
            lines.append(gap.join(self.formatmonthname(theyear, k, width, False) for k in months).rstrip())
            lines.append("\n" * l)
            lines.append(gap.join(self.formatweekheader(w) for k in months).rstrip())
            lines.append("\n" * l)
            weeks = [self.monthdays2calendar(theyear, k) for k in months]
            for row in range(max(map(len, weeks))):
                lines.append(gap.join(self.formatweek(month[row], w) if row < len(month) else " " * width
                                      for month in weeks).rstrip())
                lines.append("\n" * l)
        return "".join(lines)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


_text = TextCalendar()


def firstweekday():
    return _text.firstweekday


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _text.firstweekday = firstweekday


def month(theyear, themonth, w=0, l=0):
    return _text.formatmonth(theyear, themonth, w, l)


def monthcalendar(year, month):
    return _text.monthdayscalendar(year, month)


def calendar(year, w=2, l=1, c=6, m=3):
    return _text.formatyear(year, w, l, c, m)


def prmonth(theyear, themonth, w=0, l=0):
    _text.prmonth(theyear, themonth, w, l)


def prcal(year, w=0, l=0, c=6, m=3):
    _text.pryear(year, w, l, c, m)


def weekheader(n):
    return _text.formatweekheader(n)
