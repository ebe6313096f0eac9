from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin,
                          urlparse, urlsplit, urlunparse, urlunsplit)
import urllib.parse

parts = urlparse("https://user:secret@Example.com:8443/a/b;v=1?q=x+y&q=2#top")
print(parts)
print(parts.scheme, parts.netloc, parts.hostname, parts.port, parts.username, parts.password, parts.geturl())
print(parts._replace(query="", fragment="").geturl(), urlunparse(parts) == parts.geturl())
for address in ("http://[::1]:80/x", "mailto:me@x.org", "//host/path", "a/b?c#d", "?q", "", "HTTP://h", "1a:b"):
    split = urlsplit(address)
    print(tuple(split), split.hostname, split.port, urlunsplit(split))
for base, address in (("http://a/b/c/d;p?q", "g"), ("http://a/b/c/d", "../g"), ("http://a/b/c/d", "../../../g"),
                      ("http://a/b/", "/x/./y/.."), ("http://a/b", "?z"), ("http://a/b", "//h/p"), ("a/b", "c"),
                      ("http://a/b#f", "#g"), ("http://a", "mailto:x"), ("", "x"), ("x", "")):
    print(repr(urljoin(base, address)), end=" ")
print()
print(quote("a b/c?é~"), quote("a/b", safe=""), quote_plus("a b&c=d"), quote(b"\xff\x00"))
print(unquote("a%20b%C3%A9%zz"), unquote_plus("a+b%2B"), unquote("%E2%82"), urllib.parse.unquote_to_bytes("%ff x"))
print(urlencode({"a": 1, "b": "x y", "c": "é&"}), urlencode({"a": [1, 2]}, doseq=True), urlencode([("k", "v")]))
print(parse_qs("a=1&a=2&b=&c"), parse_qs("a=&b", keep_blank_values=True), parse_qsl("x=1;y=2", separator=";"))
print(urldefrag("http://x/y#z"), urldefrag("http://x/y").fragment == "")
for call in (lambda: urlsplit("http://[::1/"), lambda: urlsplit("http://h:99999").port,
             lambda: urlsplit("http://h:x").port, lambda: parse_qsl("a", strict_parsing=True),
             lambda: parse_qsl("a=1&b=2", max_num_fields=1), lambda: urlencode("abc"), lambda: quote(5)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    import urllib.request
except ImportError:
    print("no network here")
else:
    print("no network here")
