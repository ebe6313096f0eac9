"""Base16, Base32 and Base64: bytes written with few letters (RFC 4648)."""

__all__ = ["b64encode", "b64decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode", "b32encode", "b32decode", "b16encode", "b16decode", "encodebytes",
           "decodebytes"]

_B64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _data_of(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(
        f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}"
    )


def _bytes_of(s):
    if not isinstance(s, (bytes, bytearray)):
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
