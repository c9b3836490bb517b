"""What each Python process that a test starts reads first: it keeps to its machine as the test does."""

import tests.network  # noqa: F401
