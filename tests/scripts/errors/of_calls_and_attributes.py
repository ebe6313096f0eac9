five, word, pair, nothing = 5, "abc", [1, 2], None
for text, attempt in (
    ("five()", lambda: five()),
    ("word()", lambda: word()),
    ("None.x", lambda: None.x),
    ("(1).foo", lambda: (1).foo),
    ("[].push(1)", lambda: [].push(1)),
    ("'a'.b", lambda: 'a'.b),
):
    try:
        result = attempt()
        print(f"{text} -> {type(result).__name__}")
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
