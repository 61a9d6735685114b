"""Run the tool: python -m caffael_tools.catalogues."""

import sys

from caffael_tools.catalogues.tool import main

if __name__ == "__main__":
    sys.exit(main())
