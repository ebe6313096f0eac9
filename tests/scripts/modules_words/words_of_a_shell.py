# shlex word by word, bytes with 85 digits, HTML's characters, settings of csv.
import base64
import csv
import html
import io
import os
import shlex
import threading

print(list(shlex.shlex("a = b + \"c d\" # gone\n'x y'!")))
print(list(shlex.shlex("run a-b && echo 'x' | wc>out;", punctuation_chars=True)))
words = shlex.shlex("key: va\\ lue, 'it''s' \"q\\\"t\"", posix=True)
words.whitespace_split = True
print(list(words), words.lineno)
words = shlex.shlex("one,two;three\nfour")
words.whitespace += ",;"
words.push_token("first")
print(list(words), words.lineno, repr(words.get_token()))
print(shlex.split("a 'b c' # d", comments=True), shlex.split("a#b c", comments=True), shlex.split("'a' b", posix=False))
for text in ("'open", "end\\"):
    try:
        shlex.split(text)
    except ValueError as error:
        print(error)

data = b"hello world \x00\x00\x00\x00    \xff"
for encode, decode in ((base64.b85encode, base64.b85decode), (base64.a85encode, base64.a85decode),
                       (base64.b32hexencode, base64.b32hexdecode)):
    print(encode(data), decode(encode(data)) == data)
print(base64.a85encode(data, foldspaces=True, wrapcol=10, adobe=True))
for call in (lambda: base64.b85decode("a b"), lambda: base64.a85decode(b"zz!z"), lambda: base64.b85decode(b"~~~~~"),
             lambda: base64.b64encode("text")):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)

print(html.unescape("&lt;&amp;&#65;&#x42;&eacute;&Omega;&notit;&copy 2024 &zz; &#0;&#150;&#x110000; &rarr;&hearts;"))
print(html.unescape("&amp;lt; &ampamp; & &; &#; AT&T"), html.escape("<a href='x'>\"&"))
print(list(csv.reader(["a b  c"], delimiter=" ", skipinitialspace=True)), list(csv.reader(["a,  b, c"], skipinitialspace=True)))
print(os.strerror(2), "|", os.strerror(13))
for call in (lambda: threading.Lock().foo, lambda: threading.RLock() + 1, lambda: len(threading.Lock())):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(error)
print(type(threading.Lock()), type(threading.Lock()).__name__)
