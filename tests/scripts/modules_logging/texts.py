import logging

record = logging.LogRecord("n", 20, "folder/file.py", 7, "said %s", ("this",), None, "act")
formatters = [
    ("%", "%(name)s %(levelno)03d %(pathname)s %(filename)s %(module)s %(lineno)d %(funcName)s"),
    ("{", "{name:>4}|{levelname!r}|{message}"), ("$", "$name ${levelname} $$ $message"),
]
for style, text in formatters:
    print(logging.Formatter(text, style=style).format(record))
print(logging.Formatter("%(who)s", defaults={"who": "nobody"}).format(record), record)


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: logging.Formatter("%(nope)s").format(record))
attempt(lambda: logging.Formatter("x", style="?"))
attempt(lambda: logging.Formatter("nothing"))
attempt(lambda: logging.Formatter("nothing", style="{"))
attempt(lambda: logging.Formatter("{me-a}", style="{"))
attempt(lambda: logging.Formatter("{message!x}", style="{"))
attempt(lambda: logging.Formatter("$", style="$"))
attempt(lambda: logging.getLogger("q").setLevel("NOPE"))
attempt(lambda: logging.getLogger("q").setLevel(3.5))
attempt(lambda: logging.getLogger(3))
attempt(lambda: logging.log("x", "y"))
attempt(lambda: logging.Handler().emit(None))
attempt(lambda: logging.setLoggerClass(int))
attempt(lambda: logging.getLogger("x").warning("a", extra={"name": 1}))
attempt(lambda: logging.basicConfig(style="q", force=True))
attempt(lambda: logging.basicConfig(zip=1, zap=2, force=True))
print(logging.getLogger("a.b.c"), logging.getLogger("a.b.c").parent)
print(logging.getLogger("a").getChild("b"))
print(logging.getLogger("a.b.c").parent, logging.getLogger("a.b").parent)
print(logging.StreamHandler(), logging.NullHandler(), logging.lastResort, logging.root)
print(logging.LoggerAdapter(logging.getLogger("a"), {}), logging.getLevelNamesMapping())
adapter = logging.LoggerAdapter(logging.getLogger("shop"), {"user": "ada"})
logging.basicConfig(force=True, format="%(user)s: %(message)s")
adapter.warning("buys %d", 3)


class Upper(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return msg.upper(), {"extra": {"user": self.extra["who"]}}


Upper(logging.getLogger("shop"), {"who": "bob"}).error("sells %s", "all")
logging.raiseExceptions = False
logging.getLogger().warning("bad %d", "x", extra={"user": "-"})
