import base64
import binascii
import hashlib
import secrets
import uuid

for name in ("md5", "sha1", "sha224", "sha256", "sha512"):
    made = hashlib.new(name, b"abc")
    print(name, made.hexdigest(), made.digest_size, made.block_size, made.name)
    for size in (0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 1000):
        print(size, getattr(hashlib, name)(bytes(i % 251 for i in range(size))).hexdigest()[:16], end=" ")
    print()
made = hashlib.sha256()
for part in (b"The quick ", b"brown fox"):
    made.update(part)
copied = made.copy()
copied.update(b"!")
print(made.hexdigest()[:20], copied.hexdigest()[:20], made.digest() == hashlib.sha256(b"The quick brown fox").digest())
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 10).hex())
for bad in (lambda: hashlib.sha256("text"), lambda: hashlib.new("nope"), lambda: made.update("x"), lambda: hashlib.md5(5)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

print(base64.b64encode(b"hello world!!"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"))
print([base64.b64encode(b"abcdef"[:n]) for n in range(7)], base64.b32encode(b"hi there"), base64.b16encode(b"\x01\xab"))
print(base64.b32decode("NBUSA5DIMVZGK==="), base64.b16decode("01AB"), base64.b64decode("YW\nJj"))
for bad in ("abc", "a", "YQ=", "é"):
    try:
        print(base64.b64decode(bad))
    except ValueError as error:
        print(type(error).__name__, error)
print(binascii.hexlify(b"az"), binascii.unhexlify("617a"), binascii.crc32(b"hello"), binascii.hexlify(b"abcd", "-"))

fixed = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(fixed, repr(fixed), fixed.hex, fixed.int, fixed.version, fixed.variant, fixed.urn, fixed.fields, fixed.bytes)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"))
made = uuid.uuid4()
print(made.version, len(str(made)), made == uuid.UUID(str(made)), made != uuid.uuid4(), uuid.UUID(int=5) < uuid.UUID(int=6))
for bad in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID(), lambda: setattr(fixed, "int", 3), lambda: uuid.UUID(int=-1)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(len(secrets.token_hex(8)), secrets.randbelow(1), secrets.choice("a"), secrets.compare_digest("a", "a"))
