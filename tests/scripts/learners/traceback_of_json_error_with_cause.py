import json
data = '{"a": [1, 2,]}'
def parse(s):
    assert isinstance(s, str), "need text"
    return json.loads(s)
try: parse(5)
except AssertionError as e: print("AE", e)
class V(ValueError): pass
try: parse(data)
except ValueError as e: raise V(f"bad: {e}") from e
