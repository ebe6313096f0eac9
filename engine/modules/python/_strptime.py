"""Reading dates and times by a format, for time.strptime() and datetime.strptime()."""

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# directive: (least, greatest, most digits)
_NUMBERS = {"d": (1, 31, 2), "H": (0, 23, 2), "I": (1, 12, 2), "j": (1, 366, 3), "m": (1, 12, 2), "M": (0, 59, 2),
            "S": (0, 61, 2), "U": (0, 53, 2), "W": (0, 53, 2), "V": (1, 53, 2), "u": (1, 7, 1), "w": (0, 6, 1),
            "y": (0, 99, 2), "Y": (0, 9999, 4), "G": (0, 9999, 4)}
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "T": "%H:%M:%S",
          "R": "%H:%M"}


class _Mismatch(Exception):
    pass


# What the directive `c` takes of text from `place` on: (value, place behind it). As many digits as
# possible, as few as needed for the number to be in range.
def _number(text, place, c):
    least, greatest, most = _NUMBERS[c]
    if c in "YG":
        digits = text[place:place + 4]
        if len(digits) < 4 or not digits.isdecimal():
            raise _Mismatch
        return int(digits), place + 4
    if c in "d" and text[place:place + 1] == " " and text[place + 1:place + 2].isdecimal():
        return int(text[place + 1]), place + 2
    for count in range(most, 0, -1):
        digits = text[place:place + count]
        if len(digits) == count and digits.isdecimal() and least <= int(digits) <= greatest:
            return int(digits), place + count
    raise _Mismatch


def _name(text, place, names, is_short):
    for i, name in enumerate(names):
        name = name[:3] if is_short else name
        if text[place:place + len(name)].lower() == name:
            return i, place + len(name)
    raise _Mismatch


def _offset(text, place):
    if text[place:place + 1] == "Z":
        return 0, 0, place + 1
    sign = {"+": 1, "-": -1}.get(text[place:place + 1])
    if sign is None:
        raise _Mismatch
    place += 1
    values = []
    for i in range(3):
        if i and text[place:place + 1] == ":":
            place += 1
        digits = text[place:place + 2]
        if len(digits) < 2 or not digits.isdecimal():
            if i < 2:
                raise _Mismatch
            break
        values.append(int(digits))
        place += 2
    values.append(0)
    return sign * (values[0] * 3600 + values[1] * 60 + values[2]), 0, place


def _found(text, template):
    found = {}
    place = 0
    i = 0
    while i < len(template):
        c = template[i]
        i += 1
        if c.isspace():
            while i < len(template) and template[i].isspace():
                i += 1
            begin = place
            while place < len(text) and text[place].isspace():
                place += 1
            if place == begin:
                raise _Mismatch
            continue
        if c != "%":
            if text[place:place + 1].lower() != c.lower():
                raise _Mismatch
            place += 1
            continue
        if i == len(template):
            raise ValueError(f"stray %% in format '{template}'")
        c = template[i]
        i += 1
        if c in _NUMBERS:
            found[c], place = _number(text, place, c)
        elif c in "aA":
            found["A"], place = _name(text, place, _DAYS, c == "a")
        elif c in "bBh":
            value, place = _name(text, place, _MONTHS, c != "B")
            found["m"] = value + 1
        elif c == "p":
            value = text[place:place + 2].lower()
            if value not in ("am", "pm"):
                raise _Mismatch
            found["p"] = value
            place += 2
        elif c == "f":
            end = place
            while end < len(text) and end - place < 6 and text[end].isdecimal():
                end += 1
            if end == place:
                raise _Mismatch
            found["f"] = int((text[place:end] + "00000")[:6])
            place = end
        elif c == "z":
            found["z"], ignored, place = _offset(text, place)
        elif c == "Z":
            for zone in ("utc", "gmt"):
                if text[place:place + 3].lower() == zone:
                    found["Z"] = text[place:place + 3]
                    place += 3
                    break
            else:
                raise _Mismatch
        elif c == "%":
            if text[place:place + 1] != "%":
                raise _Mismatch
            place += 1
        else:
            raise ValueError(f"'{c}' is a bad directive in format '{template}'")
    return found, place


def _expanded(template):
    for c, whole in _WHOLE.items():
        if "%" + c in template.replace("%%", ""):
            template = template.replace("%" + c, whole)
    return template


# ((year, month, day, hour, minute, second, weekday, day of the year, is dst), microseconds, seconds from UTC, zone).
def parse(text, template):
    for i, value in enumerate((text, template)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(value)}")
    try:
        found, place = _found(text, _expanded(template))
    except _Mismatch:
        raise ValueError(f"time data {text!r} does not match format {template!r}") from None
    if place != len(text):
        raise ValueError("unconverted data remains: " + text[place:])
    from datetime import date
    year = found.get("Y")
    if year is None and "y" in found:
        year = found["y"] + (2000 if found["y"] <= 68 else 1900)
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + (12 if found.get("p") == "pm" else 0)
    month, day = found.get("m", 1), found.get("d", 1)
    shown_year = year
    if year is None:
        # 29 February without a year is taken for a day of a leap year
        year = 1904 if month == 2 and day == 29 else 1900
    weekday = found.get("A")
    if "w" in found:
        weekday = (found["w"] - 1) % 7
    elif "u" in found:
        weekday = found["u"] - 1
    if "G" in found:
        day_of_week = 1 if weekday is None else weekday + 1
        when = date.fromisocalendar(found["G"], found.get("V", 1), day_of_week)
    elif "j" in found and shown_year is not None and "m" not in found:
        when = date.fromordinal(date(year, 1, 1).toordinal() + found["j"] - 1)
    elif ("U" in found or "W" in found) and weekday is not None and shown_year is not None:
        first = date(year, 1, 1)
        shift = first.weekday() if "W" in found else (first.weekday() + 1) % 7
        of_week = weekday if "W" in found else (weekday + 1) % 7
        week = found["W"] if "W" in found else found["U"]
        days = (7 - shift) % 7 + 7 * (week - 1) + of_week if week else of_week - shift
        when = date.fromordinal(first.toordinal() + days)
    else:
        when = date(year, month, day)
    year, month, day = when.year, when.month, when.day
    of_year = when.toordinal() - date(year, 1, 1).toordinal() + 1
    if shown_year is None and "G" not in found:
        year = 1900
    fields = (year, month, day, hour, found.get("M", 0), found.get("S", 0), when.weekday(),
              found.get("j", of_year), -1 if "Z" not in found else 0)
    return fields, found.get("f", 0), found.get("z"), found.get("Z")
