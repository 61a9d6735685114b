"""Making the folder that shows the board in any browser: what is fetched, compiled, packed and named."""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
