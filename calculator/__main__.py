"""`python -m calculator` is the command `odr`."""

import sys

from calculator.cli import main

sys.exit(main())
