"""Base16, Base32 and Base64: bytes written with few letters (RFC 4648)."""

__all__ = ["b64encode", "b64decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode", "b32encode", "b32decode", "b16encode", "b16decode", "encodebytes",
           "decodebytes", "a85encode", "a85decode", "b85encode", "b85decode", "b32hexencode", "b32hexdecode"]

_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _data_of(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)) or type(s).__name__ in ("memoryview", "array"):
        return bytes(s)
    raise TypeError(
        f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}"
    )


def _bytes_of(s):
    if not isinstance(s, (bytes, bytearray)) and type(s).__name__ not in ("memoryview", "array"):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)


def b64encode(s, altchars=None):
    """Encode the bytes-like object s using Base64 and return a bytes object."""
    s = _bytes_of(s)
    out = bytearray()
    for i in range(0, len(s), 3):
        chunk = s[i:i + 3]
        number = int.from_bytes(chunk + bytes(3 - len(chunk)), "big")
        out.append(_B64[number >> 18])
        out.append(_B64[number >> 12 & 63])
        out.append(_B64[number >> 6 & 63] if len(chunk) > 1 else 61)
        out.append(_B64[number & 63] if len(chunk) > 2 else 61)
    encoded = bytes(out)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        encoded = encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decode the Base64 encoded bytes-like object or ASCII string s."""
    from binascii import Error

    s = _data_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_data_of(altchars), b"+/"))
    out = bytearray()
    number = count = padding = 0
    for byte in s:
        if byte == 61:
            padding += 1
            if count % 4 >= 2 and count % 4 + padding >= 4:
                break
            continue
        place = _B64.find(byte)
        if place < 0:
            if validate:
                raise Error("Only base64 data is allowed")
            continue
        padding = 0
        number = number << 6 | place
        count += 1
        if count % 4 == 0:
            out += number.to_bytes(3, "big")
            number = 0
    left = count % 4
    if left == 1:
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more "
            "than a multiple of 4"
        )
    if left:
        if padding < 4 - left:
            raise Error("Incorrect padding")
        out += (number << 6 * (4 - left)).to_bytes(3, "big")[:left - 1]
    return bytes(out)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """Base64 with - and _ instead of + and /."""
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b32encode(s):
    """Encode the bytes-like object s using Base32."""
    s = _bytes_of(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        chunk = s[i:i + 5]
        number = int.from_bytes(chunk + bytes(5 - len(chunk)), "big")
        used = -(-len(chunk) * 8 // 5)
        out += bytes([_B32[number >> 35 - 5 * k & 31] for k in range(used)]) + b"=" * (8 - used)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    """Decode the Base32 encoded bytes-like object or ASCII string s."""
    from binascii import Error

    s = _data_of(s)
    if len(s) % 8:
        raise Error("Incorrect padding")
    if casefold:
        s = s.upper()
    digits = s.rstrip(b"=")
    number = 0
    for byte in digits:
        place = _B32.find(byte)
        if place < 0:
            raise Error("Non-base32 digit found")
        number = number << 5 | place
    size = len(digits) * 5 // 8
    return (number >> len(digits) * 5 - size * 8).to_bytes(size, "big")


def b16encode(s):
    """Encode the bytes-like object s using Base16."""
    return _bytes_of(s).hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    """Decode the Base16 encoded bytes-like object or ASCII string s."""
    from binascii import Error

    s = _data_of(s)
    if casefold:
        s = s.upper()
    if any(byte not in b"0123456789ABCDEF" for byte in s):
        raise Error("Non-base16 digit found")
    return bytes.fromhex(s.decode("ascii"))


def encodebytes(s):
    """Base64 in lines of 76 characters."""
    s = _bytes_of(s)
    return b"".join([b64encode(s[i:i + 57]) + b"\n" for i in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(_bytes_of(s))


_HEX32 = bytes.maketrans(_B32, b"0123456789ABCDEFGHIJKLMNOPQRSTUV")
_FROM_HEX32 = bytes.maketrans(b"0123456789ABCDEFGHIJKLMNOPQRSTUV", _B32)


def b32hexencode(s):
    """Encode with the digits in their order (RFC 4648, section 7)."""
    return b32encode(s).translate(_HEX32)


def b32hexdecode(s, casefold=False):
    """Decode what b32hexencode() wrote."""
    from binascii import Error

    data = _data_of(s)
    if casefold:
        data = data.upper()
    if not set(data) <= set(b"0123456789ABCDEFGHIJKLMNOPQRSTUV="):
        raise Error("Non-base32 digit found")
    return b32decode(data.translate(_FROM_HEX32))


_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


# Four bytes are five digits of base 85; `short` maps the digits of whole groups to something shorter.
def _encode85(data, digits, pad, short=()):
    padding = -len(data) % 4
    data += bytes(padding)
    groups = []
    for i in range(0, len(data), 4):
        number = int.from_bytes(data[i:i + 4], "big")
        group = bytearray(5)
        for place in range(4, -1, -1):
            number, digit = divmod(number, 85)
            group[place] = digits[digit]
        groups.append(bytes(group))
    if padding and not pad:
        groups[-1] = groups[-1][:-padding]
        kept = groups.pop() if padding else b""
        return b"".join([short[group] if group in short else group for group in groups]) + kept
    return b"".join([short[group] if group in short else group for group in groups])


def b85encode(b, pad=False):
    """Encode bytes-like object b in base85 format and return a bytes object."""
    return _encode85(_bytes_of(b), _B85, pad)


def b85decode(b):
    """Decode the base85-encoded bytes-like object or ASCII string b."""
    data = _data_of(b)
    padding = -len(data) % 5
    data += b"~" * padding
    values = {digit: value for value, digit in enumerate(_B85)}
    out = bytearray()
    for i in range(0, len(data), 5):
        number = 0
        for place, digit in enumerate(data[i:i + 5], i):
            if digit not in values:
                raise ValueError(f"bad base85 character at position {place}")
            number = number * 85 + values[digit]
        if number > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        out += number.to_bytes(4, "big")
    return bytes(out[:len(out) - padding] if padding else out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encode bytes-like object b using Ascii85 and return a bytes object."""
    short = {b"!!!!!": b"z"}
    if foldspaces:
        short[b"+<VdL"] = b"y"
    encoded = _encode85(_bytes_of(b), bytes(range(33, 118)), pad, short)
    if adobe:
        encoded = b"<~" + encoded
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [encoded[i:i + wrapcol] for i in range(0, len(encoded), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        encoded = b"\n".join(lines)
    return encoded + b"~>" if adobe else encoded


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Decode the Ascii85 encoded bytes-like object or ASCII string b."""
    data = _data_of(b)
    if adobe:
        if not data.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        data = data[2:-2] if data.startswith(b"<~") else data[:-2]
    out = bytearray()
    group = []
    for digit in data + b"u" * 4:
        if 33 <= digit <= 117:
            group.append(digit - 33)
            if len(group) == 5:
                number = 0
                for value in group:
                    number = number * 85 + value
                if number > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                out += number.to_bytes(4, "big")
                group = []
        elif digit == 0x7A:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            out += bytes(4)
        elif foldspaces and digit == 0x79:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif digit not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(digit)}")
    padding = 4 - len(group)
    return bytes(out[:len(out) - padding] if padding else out)
