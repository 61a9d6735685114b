"""Run the tool: python -m caffael.catalogues."""

import sys

from caffael.catalogues.tool import main

if __name__ == "__main__":
    sys.exit(main())
