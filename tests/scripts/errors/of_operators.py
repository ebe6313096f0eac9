for text, attempt in (
    ("1 + 'a'", lambda: 1 + 'a'),
    ("'a' + 1", lambda: 'a' + 1),
    ("[1] + (2,)", lambda: [1] + (2,)),
    ("None + 1", lambda: None + 1),
    ("1 - '2'", lambda: 1 - '2'),
    ("'a' * 'b'", lambda: 'a' * 'b'),
    ("'a' * 2.0", lambda: 'a' * 2.0),
    ("[1] * [2]", lambda: [1] * [2]),
    ("{} + {}", lambda: {} + {}),
    ("-'a'", lambda: -'a'),
    ("+[]", lambda: +[]),
    ("~'x'", lambda: ~'x'),
    ("'5' / 2", lambda: '5' / 2),
    ("print + 1", lambda: print + 1),
    ("1 @ 2", lambda: 1 @ 2),
    ("'%d' % 'x'", lambda: '%d' % 'x'),
    ("'%d %d' % 1", lambda: '%d %d' % 1),
    ("'%s' % (1, 2)", lambda: '%s' % (1, 2)),
):
    try:
        result = attempt()
        print(f"{text} -> {type(result).__name__}")
    except Exception as error:
        print(f"{text}: {type(error).__name__}: {error}")
