# lockstep: no-python
# lockstep: stderr-has ModuleNotFoundError
for name in ("no_such_module_anywhere",):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error, error.name)
try:
    import subprocess
except ImportError as error:
    print("subprocess is absent")
try:
    import socket
except ImportError as error:
    print("socket is absent")
import another_missing_one
