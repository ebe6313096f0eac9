try:
    exec("if True\n    pass")
except SyntaxError as error:
    print(error, error.lineno, error.offset, repr(error.text), error.filename)
eval("1 +* 2")
