"""What people at headquarters do with records: correct, review, return, comment, ask, resolve, erase.

Every verb is one transaction: what stands here, what goes down to the laptop, and the audit log.
"""
