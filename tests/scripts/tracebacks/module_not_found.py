print("before")
import numpie.linear as nl
