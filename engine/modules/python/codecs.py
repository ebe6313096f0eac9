"""Encoding and decoding by name."""

__all__ = ["encode", "decode", "lookup", "getencoder", "getdecoder", "CodecInfo", "iterencode", "iterdecode", "open",
           "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"
BOM_UTF16 = BOM = BOM_UTF16_LE

_NAMES = {"utf8": "utf-8", "utf-8": "utf-8", "u8": "utf-8", "ascii": "ascii", "us-ascii": "ascii", "646": "ascii",
          "latin-1": "iso8859-1", "latin1": "iso8859-1", "iso-8859-1": "iso8859-1", "iso8859-1": "iso8859-1",
          "l1": "iso8859-1"}


def _rot13(text):
    changed = []
    for c in text:
        if "a" <= c.lower() <= "z":
            first = 97 if c >= "a" else 65
            c = chr((ord(c) - first + 13) % 26 + first)
        changed.append(c)
    return "".join(changed)


def _is_hex(encoding):
    return encoding in ("hex", "hex_codec", "hex-codec")


def _is_base64(encoding):
    return encoding in ("base64", "base64_codec", "base64-codec", "base-64")


def encode(obj, encoding="utf-8", errors="strict"):
    """Encode obj with the codec of that name."""
    encoding = encoding.lower()
    if encoding in ("rot13", "rot_13", "rot-13"):
        return _rot13(obj)
    if _is_hex(encoding):
        return obj.hex().encode("ascii")
    if _is_base64(encoding):
        import base64
        return base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Decode obj with the codec of that name."""
    encoding = encoding.lower()
    if encoding in ("rot13", "rot_13", "rot-13"):
        return _rot13(obj)
    if _is_hex(encoding):
        return bytes.fromhex(obj.decode("ascii"))
    if _is_base64(encoding):
        import base64
        return base64.decodebytes(obj)
    return bytes(obj).decode(encoding, errors)


class CodecInfo(tuple):
    def __new__(cls, encode, decode, name):
        self = tuple.__new__(cls, (encode, decode, None, None))
        self.name = name
        self.encode = encode
        self.decode = decode
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>"


def lookup(encoding):
    """What encodes and decodes with that name."""
    name = encoding.lower().replace("_", "-").replace(" ", "-")
    "".encode(name)
    return CodecInfo(getencoder(name), getdecoder(name), _NAMES.get(name, name))


def getencoder(encoding):
    return lambda text, errors="strict": (encode(text, encoding, errors), len(text))


def getdecoder(encoding):
    return lambda data, errors="strict": (decode(data, encoding, errors), len(data))


def iterencode(iterator, encoding, errors="strict"):
    for text in iterator:
        if text:
            yield text.encode(encoding, errors)


def iterdecode(iterator, encoding, errors="strict"):
    data = b"".join(iterator)
    if data:
        yield data.decode(encoding, errors)


_open = open


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Open an encoded file."""
    return _open(filename, mode, encoding=encoding, errors=errors)
