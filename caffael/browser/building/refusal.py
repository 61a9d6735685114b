"""What stops a build."""


class BuildError(Exception):
    """The folder for a browser can't be made; its text is one plain sentence with the mend."""
