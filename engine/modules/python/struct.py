"""Values packed as bytes, as C would lay them out."""

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8,
          "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
_NATIVE = {**_SIZES, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
_SIGNED = "bhilqn"
_UNSIGNED = "BHILQNP"

# exponent bits and mantissa bits
_FLOATS = {"e": (5, 10), "f": (8, 23), "d": (11, 52)}


def _pack_float(value, code):
    import math

    exponent_bits, mantissa_bits = _FLOATS[code]
    bias = (1 << (exponent_bits - 1)) - 1
    top = (1 << exponent_bits) - 1
    sign = 1 if math.copysign(1.0, value) < 0 else 0
    value = abs(value)
    if value != value:
        exponent, mantissa, sign = top, 1 << (mantissa_bits - 1), 0
    elif value == math.inf:
        exponent, mantissa = top, 0
    elif value == 0.0:
        exponent = mantissa = 0
    else:
        fraction, exponent = math.frexp(value)
        exponent += bias - 1
        if exponent <= 0:
            scaled = math.ldexp(fraction, mantissa_bits + exponent)
            exponent = 0
        else:
            scaled = math.ldexp(fraction * 2 - 1, mantissa_bits)
        mantissa = round(scaled)
        if mantissa >> mantissa_bits:
            mantissa -= 1 << mantissa_bits
            exponent += 1
        if exponent >= top:
            raise OverflowError(f"float too large to pack with {code} format")
    size = (1 + exponent_bits + mantissa_bits) // 8
    return (((sign << exponent_bits | exponent) << mantissa_bits) | mantissa), size


def _unpack_float(number, code):
    import math

    exponent_bits, mantissa_bits = _FLOATS[code]
    bias = (1 << (exponent_bits - 1)) - 1
    mantissa = number & ((1 << mantissa_bits) - 1)
    exponent = number >> mantissa_bits & ((1 << exponent_bits) - 1)
    sign = -1.0 if number >> (exponent_bits + mantissa_bits) else 1.0
    if exponent == (1 << exponent_bits) - 1:
        return math.nan if mantissa else sign * math.inf
    if exponent == 0:
        return sign * math.ldexp(float(mantissa), 1 - bias - mantissa_bits)
    return sign * math.ldexp(float(mantissa | 1 << mantissa_bits), exponent - bias - mantissa_bits)


class Struct:
    """A format, ready for use."""

    __tp_name__ = "_struct.Struct"
    def __init__(self, format):
        self.format = format if isinstance(format, str) else format.decode("ascii")
        text = self.format
        order = "@"
        if text[:1] and text[0] in "@=<>!":
            order, text = text[0], text[1:]
        self._order = "big" if order in ">!" else "little"
        sizes = _NATIVE if order == "@" else _SIZES
        self._items = []
        offset = 0
        count = ""
        for c in text:
            if c.isspace() and not count:
                continue
            if c.isdigit():
                count += c
                continue
            if c not in sizes:
                raise error("bad char in struct format")
            times = int(count) if count else 1
            size = sizes[c]
            if order == "@" and c not in "xcbB?sp":
                offset += -offset % size
            self._items.append((c, times, size, offset))
            offset += times * size
            count = ""
        if count:
            raise error("repeat count given without format specifier")
        self.size = offset
        self._count = sum(1 if c in "sp" else 0 if c == "x" else times for c, times, size, at in self._items)

    def _number(self, code, value):
        if code in _FLOATS:
            if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
                raise error("required argument is not a float")
            try:
                return _pack_float(float(value), code)
            except OverflowError:
                if self.format[:1] in ("<", ">", "!", "=") or code == "e":
                    raise
                return _pack_float(float("inf") if value > 0 else float("-inf"), code)
        size = dict(_NATIVE, l=0, L=0).get(code)
        if not isinstance(value, int):
            if not hasattr(value, "__index__"):
                raise error("required argument is not an integer")
            value = value.__index__()
        return value, size

    def pack(self, *values):
        if len(values) != self._count:
            raise error(f"pack expected {self._count} items for packing (got {len(values)})")
        data = bytearray(self.size)
        given = iter(values)
        for code, times, size, at in self._items:
            if code == "x":
                continue
            if code in "sp":
                value = next(given)
                if not isinstance(value, (bytes, bytearray)):
                    raise error(f"argument for '{code}' must be a bytes object")
                if code == "s":
                    data[at:at + times] = bytes(value[:times]).ljust(times, b"\0")
                elif times:
                    part = bytes(value[:min(times - 1, 255)])
                    data[at:at + times] = (bytes([len(part)]) + part).ljust(times, b"\0")
                continue
            for i in range(times):
                value = next(given)
                data[at + i * size:at + (i + 1) * size] = self._bytes(code, size, value)
        return bytes(data)

    def _bytes(self, code, size, value):
        if code == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return bytes(value)
        if code == "?":
            return b"\1" if value else b"\0"
        number, _ = self._number(code, value)
        if code not in _FLOATS:
            bits = size * 8
            low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code in _SIGNED else (0, (1 << bits) - 1)
            if not low <= number <= high:
                if code in "bBhH":
                    name = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}[code]
                    raise error(f"{name} format requires {low} <= number <= {high}")
                if self.format[:1] not in ("<", ">", "!", "=") and code != "i":
                    raise error("argument out of range")
                if code in "qQ":
                    raise error("int too large to convert")
                raise error(f"'{code}' format requires {low} <= number <= {high}")
            number &= (1 << bits) - 1
        return number.to_bytes(size, self._order)

    def pack_into(self, buffer, offset, *values):
        data = self.pack(*values)
        if offset < 0:
            offset += len(buffer)
        if offset + self.size > len(buffer):
            raise error(f"pack_into requires a buffer of at least {offset + self.size} bytes for packing {self.size} "
                        f"bytes at offset {offset} (actual buffer size is {len(buffer)})")
        buffer[offset:offset + self.size] = data

    def unpack(self, buffer):
        if len(buffer) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpack(bytes(buffer))

    def unpack_from(self, buffer, offset=0):
        if offset < 0:
            offset += len(buffer)
        if offset + self.size > len(buffer):
            raise error(f"unpack_from requires a buffer of at least {offset + self.size} bytes for unpacking "
                        f"{self.size} bytes at offset {offset} (actual buffer size is {len(buffer)})")
        return self._unpack(bytes(buffer[offset:offset + self.size]))

    def iter_unpack(self, buffer):
        if self.size == 0:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(buffer) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        for at in range(0, len(buffer), self.size):
            yield self._unpack(bytes(buffer[at:at + self.size]))

    def _unpack(self, data):
        values = []
        for code, times, size, at in self._items:
            if code == "x":
                continue
            if code == "s":
                values.append(data[at:at + times])
                continue
            if code == "p":
                values.append(data[at + 1:at + 1 + min(data[at], times - 1)] if times else b"")
                continue
            for i in range(times):
                part = data[at + i * size:at + (i + 1) * size]
                if code == "c":
                    values.append(part)
                elif code == "?":
                    values.append(part != b"\0")
                else:
                    number = int.from_bytes(part, self._order, signed=code in _SIGNED)
                    values.append(_unpack_float(number, code) if code in _FLOATS else number)
        return tuple(values)


def calcsize(format, /):
    return Struct(format).size


def pack(format, /, *values):
    return Struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    Struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return Struct(format).iter_unpack(buffer)
