"""What the pictures of the lists show: a library after some days of work, and the lists opened in it."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from desktop.access import LibraryDoor
from desktop.documents.cases_view import CasesView
from desktop.documents.searches_view import SearchesView
from desktop.documents.view import DocumentsView
from desktop.window.frame import Frame
from engine.library import DocumentFilter, Library, Shelf


def furnished(door: LibraryDoor, folder: Path) -> LibraryDoor:
    """Return a copy of a library full of samples after some days of work, made once for each folder."""
    copy = replace(door, folder=folder / "lists")

    def make() -> None:
        shutil.copytree(door.folder, copy.folder)
        with copy.open() as library:
            furnish(library)

    if not copy.folder.exists():
        with ThreadPoolExecutor(1) as pool:
            pool.submit(make).result()
    return copy


def furnish(library: Library) -> None:
    """Do in a library full of samples what people do: approve, tag, put into cases, find problems."""
    ids = {document.name: document.id for document in library.documents.find()}
    approved = [ids[name] for name in ids if name.startswith(("receipt", "situation", "consent"))]
    library.bulk.approve(approved)
    wrong = [ids[name] for name in ids if name.startswith("phone")]
    library.bulk.mark_problem(wrong, "The lower half is in the shade. Ask Yusuf for a new photo.")
    forms = [ids[name] for name in ids if "form" in name or "card" in name]
    library.bulk.add_tag(forms, "Camp 4")
    library.bulk.add_tag(forms[:2], "urgent")
    family = library.cases.create("Family Hassan", note="Arrived on Tuesday, six people")
    library.bulk.add_to_case(forms[:3], family.id)
    library.cases.create("Distribution in November")
    library.bulk.add_to_case(approved, library.cases.create("Clinic in Dadaab").id)
    library.saved_searches.save("Doubtful cards", "card", DocumentFilter(below_confidence=0.8))
    library.saved_searches.save("Urgent, to check", "", DocumentFilter(shelf=Shelf.TO_CHECK, tag="urgent"))
    library.bulk.trash([ids[name] for name in ids if name.startswith("damage")])


def choose_some(frame: Frame) -> None:
    """Choose three documents."""
    view = frame.view
    assert isinstance(view, DocumentsView)
    view.choose(list(view.model.listing.ids[1:4]))


def show_pictures(frame: Frame) -> None:
    """Show the documents as pictures, with one of them chosen."""
    view = frame.view
    assert isinstance(view, DocumentsView)
    view.show_as("pictures")
    view.choose(list(view.model.listing.ids[1:2]))


def show_details(frame: Frame) -> None:
    """Show what is known of a document beside the list."""
    view = frame.view
    assert isinstance(view, DocumentsView)
    frame.actions_set["list.details"].trigger()
    view.choose(list(view.model.listing.ids[1:2]))


def narrow(frame: Frame) -> None:
    """Narrow what was found."""
    view = frame.view
    assert isinstance(view, DocumentsView)
    view.narrow({"tag": "Camp 4"})
    view.narrow({"below_confidence": 0.93})


def choose_named(frame: Frame) -> None:
    """Choose the first case or search."""
    view = frame.view
    assert isinstance(view, CasesView | SearchesView)
    view.list.setCurrentRow(0)
