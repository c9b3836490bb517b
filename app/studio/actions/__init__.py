"""What a developer can do in the Studio."""

from app.studio.actions.drafts import begin, create, discard, restore, take_folder
from app.studio.actions.files import add_file, remove_file, replace_file
from app.studio.actions.packs import lay_down, take_pack
from app.studio.actions.publishing import offer_again, publish, retire, send_back, submit
from app.studio.actions.writing import add_unit, move_unit, remove_unit, write

__all__ = [
    "add_file",
    "add_unit",
    "begin",
    "create",
    "discard",
    "lay_down",
    "move_unit",
    "offer_again",
    "publish",
    "remove_file",
    "remove_unit",
    "replace_file",
    "restore",
    "retire",
    "send_back",
    "submit",
    "take_folder",
    "take_pack",
    "write",
]
