"""Makes the packages for Linux of the frozen program: Debian package, relocatable folder, AppImage, Flatpak.

Knows what a desktop expects of a program (icons, menu entry, manual, metadata) and nothing of what Sanduku
does.
"""
