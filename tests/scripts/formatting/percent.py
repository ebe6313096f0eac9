print("%d %i %s %r %a" % (1, 2, "x", "y", "é"))
print("%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o" % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8))
print(
    "%f %.2f %8.3f %-8.1f| %e %.2E %g %g %g" % (
        3.14159, 2.5, 1.5, 1.5, 12345.678, 0.00012, 1e10, 1e-5, 0.5,
    )
)
print("%s %s" % ("a", [1, 2]), "%s" % (("t",),), "%s" % {"k": 1}, "%%", "100%%" % ())
print("%(name)s is %(age)d, %(age)05.1f" % {"name": "Bo", "age": 7})
print("%10s|%-10s|%.2s|%10.3s|" % ("abc", "abc", "abc", "abcdef"))
print("%c%c" % (65, "B"), "%*d|%.*f" % (6, 42, 2, 3.14159))
print(
    "%d" % 3.99, "%d" % True, "%s" % None, "%s" % 1.0, "%r" % 1e16,
    "%d" % (10 ** 25),
)
print("%5s%%" % 50, "The count is %d" % 3, "%s" % "only")
print("%.3g|%10.4g|%#g|%.0f|%.0e" % (1234.5, 0.00001234, 1.0, 2.5, 12345.0))
print("%-+6d|%+-6d|% 06d|%+.1f" % (5, 5, 5, -0.04))
for text, attempt in (
    ("'%d' % 'a'", lambda: '%d' % 'a'),
    ("'%d' % None", lambda: '%d' % None),
    ("'%s %s' % ('a',)", lambda: '%s %s' % ('a',)),
    ("'%s' % ('a', 'b')", lambda: '%s' % ('a', 'b')),
    ("'%z' % 1", lambda: '%z' % 1),
    ("'%' % 1", lambda: '%' % 1),
    ("'%(k)s' % {}", lambda: '%(k)s' % {}),
    ("'%(k)s' % 5", lambda: '%(k)s' % 5),
    ("'%c' % 'ab'", lambda: '%c' % 'ab'),
    ("'%x' % 1.5", lambda: '%x' % 1.5),
    ("'%f' % 'a'", lambda: '%f' % 'a'),
    ("'abc' % 5", lambda: 'abc' % 5),
    ("'%d %s' % 5", lambda: '%d %s' % 5),
    ("'%(a' % {}", lambda: '%(a' % {}),
    ("'%c' % -1", lambda: '%c' % -1),
):
    try:
        print(attempt())
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
