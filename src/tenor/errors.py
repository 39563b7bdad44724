"""The errors tenor raises on purpose: each is one clear line for the user."""


class TenorError(Exception):
    """Anything tenor says about its input: one line, no traceback."""


class InputError(TenorError):
    """A file, a stream or a folder that cannot be read as text."""


class ConfigError(TenorError):
    """A setting that is unknown, of the wrong type or out of range."""


class UsageError(TenorError):
    """A request that makes no sense as asked."""
