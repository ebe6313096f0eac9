import colorsys
import graphlib
from http import HTTPMethod, HTTPStatus

graph = {"D": {"B", "C"}, "B": {"A"}, "C": {"A"}}
order = list(graphlib.TopologicalSorter({"D": ["B", "C"], "B": ["A"], "C": ["A"]}).static_order())
print(order)
sorter = graphlib.TopologicalSorter()
sorter.add("tests", "code", "tools")
sorter.add("release", "tests")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(sorted(ready))
    sorter.done(*ready)
for act in (lambda: sorter.add("x"), lambda: sorter.prepare(), lambda: sorter.done("nobody"),
            lambda: sorter.done("tests"), lambda: graphlib.TopologicalSorter().get_ready(),
            lambda: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()):
    try:
        act()
    except ValueError as error:
        print(type(error).__name__, error)
try:
    list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order())
except graphlib.CycleError as error:
    print(error.args)

for colour in ((1.0, 0.5, 0.0), (0.2, 0.2, 0.2), (0.1, 0.7, 0.3), (0.0, 0.0, 1.0)):
    for there, back in ((colorsys.rgb_to_hsv, colorsys.hsv_to_rgb), (colorsys.rgb_to_hls, colorsys.hls_to_rgb),
                        (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb)):
        print([round(part, 12) for part in there(*colour)], [round(part, 9) for part in back(*there(*colour))])

print(HTTPStatus.NOT_FOUND, HTTPStatus(418).phrase, HTTPStatus.OK == 200, repr(HTTPStatus.CREATED))
print(HTTPStatus.OK.description, len(HTTPStatus), HTTPMethod.GET, repr(HTTPMethod.POST))
try:
    HTTPStatus(299)
except ValueError as error:
    print(error)
