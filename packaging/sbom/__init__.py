"""Says what is in the frozen program: a bill of materials (CycloneDX), and the licences in full.

Both are made of what really lies in the folder that was built, and not of what was meant to be in it: a file
that nothing accounts for, or that is under the GPL, ends the build.
"""
