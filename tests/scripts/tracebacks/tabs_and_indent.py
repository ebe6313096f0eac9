def f():
	if True:
			return undefined + 1


f()
