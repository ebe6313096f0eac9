"""Digests of bytes: md5 and the SHA family."""

import _digest

_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha512": (64, 128)}

algorithms_guaranteed = set(_SIZES)
algorithms_available = set(_SIZES)

__all__ = ["md5", "sha1", "sha224", "sha256", "sha512", "new", "algorithms_guaranteed",
           "algorithms_available", "pbkdf2_hmac"]


class HASH:
    """A digest that is being made: what it was given so far."""

    __module__ = "_hashlib"

    def __init__(self, name, data=b""):
        self._data = bytearray(data)
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]

    def update(self, obj, /):
        """Update this hash object's state with the provided bytes-like object."""
        self._data += _bytes_of(obj)

    def digest(self):
        """Return the digest value as a bytes object."""
        return _digest.digest(self.name, self._data)

    def hexdigest(self):
        """Return the digest value as a string of hexadecimal digits."""
        return self.digest().hex()

    def copy(self):
        """Return a copy of the hash object."""
        return HASH(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {hex(id(self))}>"


def _bytes_of(data):
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError("object supporting the buffer API required")
    return data


def md5(string=b"", *, usedforsecurity=True):
    return HASH("md5", _bytes_of(string))


def sha1(string=b"", *, usedforsecurity=True):
    return HASH("sha1", _bytes_of(string))


def sha224(string=b"", *, usedforsecurity=True):
    return HASH("sha224", _bytes_of(string))


def sha256(string=b"", *, usedforsecurity=True):
    return HASH("sha256", _bytes_of(string))


def sha512(string=b"", *, usedforsecurity=True):
    return HASH("sha512", _bytes_of(string))


def new(name, data=b"", *, usedforsecurity=True):
    """A hash object by the name of its algorithm."""
    known = name.lower().replace("-", "")
    if known not in _SIZES:
        raise ValueError("unsupported hash type " + name)
    return HASH(known, _bytes_of(data))


def _hmac(name, key, message):
    size = _SIZES[name][1]
    if len(key) > size:
        key = _digest.digest(name, key)
    key = key + bytes(size - len(key))
    inner = _digest.digest(name, bytes([byte ^ 0x36 for byte in key]) + message)
    return _digest.digest(name, bytes([byte ^ 0x5C for byte in key]) + inner)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation (PKCS #5) with HMAC as its pseudorandom function."""
    name = new(hash_name).name
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    password = bytes(password)
    size = _SIZES[name][0] if dklen is None else dklen
    out = b""
    block = 1
    while len(out) < size:
        last = _hmac(name, password, bytes(salt) + block.to_bytes(4, "big"))
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = _hmac(name, password, last)
            total ^= int.from_bytes(last, "big")
        out += total.to_bytes(_SIZES[name][0], "big")
        block += 1
    return out[:size]
