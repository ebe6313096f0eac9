import math
from math import square_root
