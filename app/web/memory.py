"""What a serving process keeps as long as it lives is not looked through again."""

import atexit
import gc

NEW_OBJECTS_BEFORE_A_LOOK = 10_000


def settle() -> None:
    """Call once, when everything is loaded: the collector of cycles leaves it alone and looks at new things less often.

    Python's own setting is a look after 700 new objects; one page makes some thousands, nearly all of which go without
    one. At the end of the process all is looked at as ever, which closes connections that are still open.
    """
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)
    gc.set_threshold(NEW_OBJECTS_BEFORE_A_LOOK, *gc.get_threshold()[1:])
