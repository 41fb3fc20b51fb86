#!/bin/sh
# Adds Sanduku to the menu of this user, from the folder that this script lies in. Nothing is copied, and nobody has to
# be root. Run it again after moving the folder.
#
#   sh install-here.sh            add it to the menu
#   sh install-here.sh --remove   take it out of the menu again; your documents stay where they are
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/sanduku.desktop
types=$data/mime/packages/sanduku.xml
programs=$HOME/.local/bin
least=@GLIBC@

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

refresh() {
    # Each of these is there on desktops that need it, and their work is not worth failing for.
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || :; fi
    if command -v update-mime-database >/dev/null && [ -d "$data/mime" ]; then update-mime-database "$data/mime" || :; fi
    if command -v gtk-update-icon-cache >/dev/null; then gtk-update-icon-cache -q -t "$data/icons/hicolor" 2>/dev/null || :; fi
}

remove() {
    rm -f -- "$entry" "$types"
    for icon in "$data"/icons/hicolor/*/apps/sanduku.png "$data"/icons/hicolor/scalable/apps/sanduku.svg; do
        rm -f -- "$icon"
    done
    for name in sanduku sanduku-desktop; do
        # Only links of ours: they lead to a program beside an _internal folder.
        if [ -L "$programs/$name" ] && [ "$(basename -- "$(readlink -- "$programs/$name")")" = "$name" ]; then
            rm -f -- "$programs/$name"
        fi
    done
    refresh
}

case ${1-} in
    '') ;;
    --remove)
        remove
        say "Sanduku is out of the menu. Your library stays in $data/sanduku; the program stays in $here."
        exit 0 ;;
    *) fail "Unknown: $1. Use it without words to add Sanduku to the menu, or with --remove to take it out." ;;
esac

[ "$(uname -m)" = @MACHINE@ ] || fail "This Sanduku is for @MACHINE@; this computer is $(uname -m). Take the other file."
has=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //') || has=
if [ -n "$has" ] && [ "$(printf '%s\n%s\n' "$least" "$has" | sort -V | head -n 1)" != "$least" ]; then
    fail "This system is too old for Sanduku: it has glibc $has, and $least is needed (Debian 12, Ubuntu 22.04, or later)."
fi
case $here in *'
'*) fail "The folder's name has a line break in it, which no menu can hold. Rename it." ;; esac
[ -x "$here/sanduku-desktop" ] || fail "$here has no sanduku-desktop that may be started. Copy the folder whole, to a disk that allows programs."

# Menu entries take a path quoted, with some letters escaped once for the quotes and once for the file.
quoted=$(printf '%s' "$here/sanduku-desktop" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g')
plain=$(printf '%s' "$here/sanduku-desktop" | sed 's/\\/\\\\/g')
mkdir -p -- "$data/applications" "$data/mime/packages" "$programs"
QUOTED="\"$quoted\"" PLAIN="$plain" awk '
    function put(mark, text,   at) {
        at = index($0, mark)
        if (at) $0 = substr($0, 1, at - 1) text substr($0, at + length(mark))
    }
    { put("@PROGRAM@", ENVIRON["QUOTED"]); put("@TRIED@", ENVIRON["PLAIN"]); print }
' "$here/share/sanduku.desktop" > "$entry"
cp -- "$here/share/sanduku.xml" "$types"
(cd "$here/share/icons" && find . -type f) | while IFS= read -r icon; do
    mkdir -p -- "$data/icons/hicolor/$(dirname -- "$icon")"
    cp -- "$here/share/icons/$icon" "$data/icons/hicolor/$icon"
done
for name in sanduku sanduku-desktop; do
    if [ ! -e "$programs/$name" ] || [ -L "$programs/$name" ]; then ln -sfn -- "$here/$name" "$programs/$name"; fi
done
refresh
say "Sanduku is in the menu now. It starts from $here; leave that folder where it is."
case ":$PATH:" in
    *":$programs:"*) ;;
    *) say "In this terminal, and until you log in again, 'sanduku' is called '$programs/sanduku'." ;;
esac
say "To take it out again: sh '$here/install-here.sh' --remove"
