print(1if 2else 3, [0x1for x in (1, 2)])
