async def plain():
    pass

c = plain()
print(c.__name__, c.__qualname__, c.cr_code.co_name, c.cr_frame is not None)
c.__name__ = "renamed"
c.__qualname__ = "some.renamed"
print(c.__name__, c.__qualname__)
try:
    c.__name__ = 5
except TypeError as error:
    print(error)
c.close()
print(c.cr_frame, c.cr_running)
c.close()
print(hasattr(c, "__iter__"), hasattr(c, "__next__"), hasattr(c, "__await__"))
