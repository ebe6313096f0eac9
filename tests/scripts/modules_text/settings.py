import configparser
import io

TEXT = """\
[DEFAULT]
home = /home/ann
debug: no

[paths]
data = %(home)s/data
logs=%(data)s/logs
; a comment
note = several
    lines of
    text

[server]
Port = 8080
timeout = 2.5
verbose = yes
percent = 100%%
"""
config = configparser.ConfigParser()
config.read_string(TEXT)
print(config.sections(), config.options("server"), "paths" in config, "nope" in config, len(config))
print(config["paths"]["logs"], repr(config["paths"]["note"]), config.get("paths", "data", raw=True))
print(config.getint("server", "port"), config["server"].getfloat("TIMEOUT"), config["server"].getboolean("verbose"),
      config["server"]["percent"], config["server"].get("none"), config["server"].getint("none", 7),
      config.get("server", "none", fallback="given"), config.getboolean("server", "debug"))
config.add_section("new")
config.set("new", "Key", "value")
config["more"] = {"a": 1, "b": "x\ny"}
print(dict(config["new"]), config["more"], config.has_option("more", "a"), config.remove_option("new", "key"))
print(config.items("more"))
out = io.StringIO()
config.write(out)
print(out.getvalue(), end="")
for call in (lambda: config.get("nope", "x"), lambda: config.get("paths", "nope"), lambda: config["nope"],
             lambda: config["paths"]["nope"], lambda: config.add_section("new"), lambda: config.add_section("DEFAULT"),
             lambda: config.set("new", "k", 5), lambda: config.set("new", "k", "%x"),
             lambda: config.getboolean("paths", "home"), lambda: config.getint("paths", "home"),
             lambda: configparser.ConfigParser().read_string("x = 1\n"),
             lambda: configparser.ConfigParser().read_string("[a]\nfoo\nbar\n"),
             lambda: configparser.ConfigParser().read_string("[a]\nx=1\nx=2\n"),
             lambda: configparser.ConfigParser().read_string("[a]\n[a]\n"),
             lambda: config.read("/nowhere.ini")):
    try:
        print(call())
    except (configparser.Error, ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, "|", error)
loop = configparser.ConfigParser()
loop.read_dict({"s": {"a": "%(b)s", "b": "%(a)s", "c": "%(missing)s"}})
for option in "ac":
    try:
        loop.get("s", option)
    except configparser.InterpolationError as error:
        print(type(error).__name__, "|", error)
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), allow_no_value=True)
extended.read_string("[a]\nflag\nx = ${b:y}-${z}\nz = 1\n[b]\ny = two $$\n")
print(extended["a"]["x"], extended["a"]["flag"], list(extended["a"]))
plain = configparser.RawConfigParser(converters={"list": lambda text: text.split(",")})
plain.read_string("[a]\nitems = 1,2,3\nx = %(y)s\n")
print(plain.getlist("a", "items"), plain["a"].getlist("items"), plain["a"]["x"])
