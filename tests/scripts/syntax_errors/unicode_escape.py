x = "\N{no such thing}"
