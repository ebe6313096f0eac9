import string
import textwrap

print(
    string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits,
    string.octdigits,
)
print(
    repr(string.punctuation), repr(string.whitespace), len(string.printable),
    string.ascii_letters[:3], string.capwords("hello big world"),
)
t = string.Template("$name owes $$5 to ${other}")
print(t.substitute(name="Al", other="Bo"), t.safe_substitute(name="Al"))
try:
    t.substitute(name="x")
except KeyError as error:
    print("KeyError", error)
text = "The quick brown fox jumps over the lazy dog and runs away from the big bad wolf."
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, 25), textwrap.shorten(text, 30), textwrap.shorten("short", 30))
print(textwrap.dedent("""
    one
      two
    three
"""))
print(
    textwrap.indent("a\nb\n\nc", "> "),
    textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "),
)
