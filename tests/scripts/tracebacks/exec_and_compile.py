source = "x = 1\ny = x / 0\n"
exec("print('fine')")
exec(source)
