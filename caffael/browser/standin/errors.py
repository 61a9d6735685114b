"""What goes wrong."""


class error(RuntimeError):  # noqa: N801, N818 - pygame calls it so
    """Something that pygame can't do here."""
