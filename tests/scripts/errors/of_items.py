five, word, pair, nothing = 5, "abc", [1, 2], None
for text, attempt in (
    ("undefined_name", lambda: undefined_name),
    ("[1, 2][5]", lambda: [1, 2][5]),
    ("pair[word]", lambda: pair[word]),
    ("(1, 2)[2]", lambda: (1, 2)[2]),
    ("'abc'[9]", lambda: 'abc'[9]),
    ("{}['k']", lambda: {}['k']),
    ("{1: 2}[3]", lambda: {1: 2}[3]),
    ("{}[[]]", lambda: {}[[]]),
    ("{[]: 1}", lambda: {[]: 1}),
    ("{{}}", lambda: {{}}),
    ("five[0]", lambda: five[0]),
    ("nothing[0]", lambda: nothing[0]),
    ("print[0]", lambda: print[0]),
):
    try:
        result = attempt()
        print(f"{text} -> {type(result).__name__}")
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
