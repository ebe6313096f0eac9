# lockstep: last-line
import math

counter = 1


class Box:
    width = 3


for attempt in (lambda: cuonter, lambda: Box().widht, lambda: math.sqr(4), lambda: pritn(1), lambda: [].apend(1)):
    try:
        attempt()
    except (NameError, AttributeError) as error:
        print(error)
print(conuter)
